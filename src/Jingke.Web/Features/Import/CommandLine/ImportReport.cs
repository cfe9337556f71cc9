using System.Text;
using Jingke.Domain.Imports;
using Jingke.Web.Features.Import.Checking;

namespace Jingke.Web.Features.Import.CommandLine;

/// <summary>What came of an import, or would come of it, as lines of text.</summary>
internal static class ImportReport
{
    /// <summary>The numbers of an import that has ended.</summary>
    /// <param name="batch">The import.</param>
    /// <param name="invoicesChanged">Invoices that it changed.</param>
    public static string Of(ImportBatch batch, long invoicesChanged) =>
        Lines(
            ("report.read", batch.Read),
            ("report.accepted", batch.Accepted),
            ("report.updated", batch.Updated),
            ("report.invoices-changed", invoicesChanged),
            ("report.duplicate", batch.Duplicate),
            ("report.rejected", batch.Rejected),
            ("report.identical", batch.Identical),
            ("report.unattributed", batch.Unattributed),
            ("report.accounts-created", batch.AccountsCreated),
            ("report.contacts-created", batch.ContactsCreated),
            ("report.products-created", batch.ProductsCreated)
        );

    /// <summary>What a dry run has found.</summary>
    public static string Of(Findings findings)
    {
        var text = new StringBuilder();
        if (findings.Fault is { } fault)
            return text.AppendLine(FaultWords.Say(fault.Code, fault.Args)).ToString();
        foreach (var question in findings.Questions)
            text.AppendLine(Tabular.TabularTexts.Say(null, question.Code, question.Column, question.Example));
        if (findings.Questions.Count > 0)
            return text.ToString();

        text.Append(
            Lines(
                ("report.read", findings.Read),
                ("report.would-accept", findings.Accepted),
                ("report.updated", findings.Updated),
                ("report.invoices-changed", findings.InvoicesChanged),
                ("report.duplicate", findings.Duplicate),
                ("report.rejected", findings.Rejected),
                ("report.identical", findings.Identical),
                ("report.unattributed", findings.Unattributed),
                ("report.accounts-created", findings.AccountsCreated),
                ("report.contacts-created", findings.ContactsCreated),
                ("report.products-created", findings.ProductsCreated)
            )
        );
        foreach (var kind in findings.Problems)
        foreach (var example in kind.Examples.Take(1))
            text.AppendLine(
                ImportTexts.Get(
                    "report.problem",
                    kind.Count,
                    example.Row,
                    Tabular.TabularTexts.Say(null, kind.Code, kind.Column, example.Value)
                )
            );
        foreach (var note in findings.Notes)
            text.AppendLine(FaultWords.Say(note.Code, note.Args));
        return text.ToString();
    }

    private static string Lines(params ReadOnlySpan<(string Code, long Count)> counts)
    {
        var text = new StringBuilder();
        foreach (var (code, count) in counts)
            if (count > 0 || code is "report.read" or "report.accepted" or "report.rejected" or "report.duplicate")
                text.AppendLine(ImportTexts.Get(code, count));
        return text.ToString();
    }
}
