using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Accounts;
using Jingke.Web.Features.Import.Receivables;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Checking;

/// <summary>The dry run: reads the whole file as the load would, compares it with the database, writes nothing but what it has found.</summary>
internal sealed class CheckFile(
    JingkeDbFactory factory,
    ImportFiles files,
    CheckSales sales,
    CheckAccounts accounts,
    CheckReceivables receivables,
    CatalogueInForce catalogue
)
{
    /// <summary>Checks the file of a batch and keeps the findings with it.</summary>
    public async Task RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        var findings = await FindAsync(batch, lease, cancel);
        await using var db = factory.CreateForSystem();
        var json = findings.ToJson();
        var ended = await db
            .ImportBatches.Where(one => one.Id == batch.Id && one.LeaseHolder == lease.Holder)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, ImportState.Checked)
                        .SetProperty(one => one.Findings, json)
                        .SetProperty(one => one.TotalRows, findings.Read)
                        .SetProperty(one => one.Progress, 1)
                        .SetProperty(one => one.Version, one => one.Version + 1),
                cancel
            );
        if (ended == 0)
            throw new LeaseLostException();
        batch.State = ImportState.Checked;
    }

    /// <summary>What would become of the file. A fault of the file is a finding: perhaps only the mapping is wrong.</summary>
    public async Task<Findings> FindAsync(ImportBatch batch, Lease? lease, CancellationToken cancel)
    {
        try
        {
            var file = files.Open(batch);
            var layout = Recognition.Run(
                file,
                RecogniseFile.ReadAs(batch.Kind),
                Mapping.Parse(batch.Mapping),
                FactFields.Of(catalogue.Current)
            );
            layout.RequireUsable();
            var formats = await Task.Run(() => FormatScan.Run(file, layout), cancel);
            if (formats.Questions.Count > 0)
                return new()
                {
                    Questions =
                    [
                        .. formats.Questions.Select(question => new Findings.Open(
                            question.Code,
                            question.Field.ToString(),
                            question.Column,
                            question.Example
                        )),
                    ],
                    Notes = NotesOf(layout),
                };
            return await FindAsync(batch, file, layout, formats, lease, cancel) with { Notes = NotesOf(layout) };
        }
        catch (RuleException fault)
        {
            return new() { Fault = new(fault.Code, FaultWords.Write(fault.Args)) };
        }
    }

    private Task<Findings> FindAsync(
        ImportBatch batch,
        SheetFile file,
        Layout layout,
        Formats formats,
        Lease? lease,
        CancellationToken cancel
    ) =>
        batch.Kind switch
        {
            ImportKind.Sales => sales.RunAsync(file, layout, formats, lease, cancel),
            ImportKind.Receivables => receivables.RunAsync(batch, file, layout, formats, lease, cancel),
            _ => accounts.RunAsync(batch, file, layout, formats, lease, cancel),
        };

    private static IReadOnlyList<Findings.Said> NotesOf(Layout layout) =>
        [.. layout.Notes.Select(note => new Findings.Said(note.Code, FaultWords.Write(note.Args)))];
}
