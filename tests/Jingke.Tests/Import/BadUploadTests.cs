using System.Globalization;
using System.Net;
using System.Resources;
using Jingke.Domain;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Tests.Tabular;
using Jingke.Web.Features.Import;
using Jingke.Web.Tabular;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Import;

/// <summary>
/// Every bad file through the upload page. Where no columns can be found it is refused at once; where perhaps only the columns were
/// taken wrongly, the check says what is wrong and the load is refused. Either way nothing changes and nothing is left.
/// </summary>
public sealed class BadUploadTests
{
    [Theory, EachDatabase]
    public async Task A_bad_file_is_refused_with_its_sentence_and_changes_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        await app.ImportAsync("订单号,订单日期,客户名称,销售额\nSO1,2026-03-01,甲公司,100.50\nSO2,2026-03-02,,50\n");
        var before = await StateAsync(app);
        var wrong = new List<string>();

        foreach (var bad in BadFiles.Refused)
        {
            using var file = Sheet.OfBytes(bad.Make(), bad.Extension);
            if (await FaultOfAsync(app, client, file) is { } fault)
                wrong.Add($"{bad.Name}: {fault}");
            var after = await StateAsync(app);
            if (after != before)
                wrong.Add($"{bad.Name} changed something: {after}");
            before = after;
        }

        Assert.True(BadFiles.Refused.Count >= 60);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // What is wrong with the way a bad file was treated; null when all is well.
    private static async Task<string?> FaultOfAsync(JingkeApp app, HttpClient client, Sheet file)
    {
        var sentence = SentenceOf(file.Refused());
        var uploaded = await ImportWizard.UploadAsync(
            client,
            await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken),
            Path.GetFileName(file.Path)
        );
        if (uploaded.StatusCode == HttpStatusCode.UnprocessableEntity)
            return (await uploaded.TextAsync()).Contains(sentence, StringComparison.Ordinal) ? null : $"'{sentence}' is not on the page";
        if (uploaded.StatusCode != HttpStatusCode.SeeOther)
            return $"the upload answered {uploaded.StatusCode}";

        var id = ImportWizard.IdOf(uploaded);
        var fields = ImportWizard.FieldsOf(await client.GetStringAsync($"/imports/{id}/columns"));
        await JingkeApp.PostFormAsync(client, $"/imports/{id}/columns", [.. fields, new("next", "check")], $"/imports/{id}/mapping");
        await app.EndOfAsync(id);
        var page = await (await client.GetAsync($"/imports/{id}")).TextAsync();
        var loaded = await JingkeApp.PostFormAsync(client, "/imports/new", [], $"/imports/{id}/load");
        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/remove");
        return loaded.StatusCode != HttpStatusCode.Conflict ? $"the load answered {loaded.StatusCode}"
            : page.Contains(sentence, StringComparison.Ordinal) ? null
            : $"'{sentence}' is not on the page";
    }

    // The command line says which option answers; the page has the choice beside it.
    private static string SentenceOf(RuleException refusal)
    {
        var chinese = CultureInfo.GetCultureInfo("zh-Hans");
        return refusal.Code.Split('.')[0] is "dates" or "numbers"
                ? string.Format(
                    chinese,
                    new ResourceManager(typeof(ImportTexts)).GetString(ImportTexts.OfQuestion(refusal.Code), chinese)!,
                    [.. refusal.Args]
                )
            // Which row comes first depends on whether a person has said that there is no header.
            : refusal.Code == "columns.none-recognised" ? TabularTexts.Say(new RuleException(refusal.Code, ""), chinese).Split('：')[0]
            : TabularTexts.Say(refusal, chinese);
    }

    private static async Task<string> StateAsync(JingkeApp app)
    {
        var files = Directory.GetFiles(Path.Combine(app.DataFolder, "imports"), "*", SearchOption.AllDirectories).Length;
        var folders = Directory.GetDirectories(Path.Combine(app.DataFolder, "imports")).Length;
        var batches = await app.WithDbAsync(db => db.ImportBatches.CountAsync());
        var rejected = await app.WithDbAsync(db => db.RejectedRows.CountAsync());
        return $"{files} files in {folders} folders, {batches} imports, {rejected} rejected rows\n{await app.DumpAsync()}";
    }
}
