using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Domain.Sales;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.SampleData;

/// <summary>
/// Writes the sample company, in one transaction: either all of it is there or nothing. Everything hangs on one batch, or is marked as
/// sample, so that <see cref="RemoveSampleData"/> finds it again.
/// </summary>
internal sealed class LoadSampleData(
    JingkeDbFactory factory,
    PeopleDirectory people,
    Clock clock,
    TimeProvider time,
    CatalogueInForce catalogue,
    IStringLocalizer<SampleTexts> words
)
{
    /// <summary>Name of the source of the sample's lines.</summary>
    public const string Source = "jingke-sample";

    /// <summary>Loads it.</summary>
    /// <param name="progress">Told how many lines of how many are written.</param>
    /// <param name="cancel">Stops it; then nothing is there.</param>
    /// <exception cref="RuleException"><c>sample.loaded-already</c></exception>
    public async Task RunAsync(Action<long, long> progress, CancellationToken cancel)
    {
        var company = SampleCompany.Generate(clock.Today);
        var knowledge = SampleKnowledge.Generate(company, clock.Today);
        var at = time.GetUtcNow().UtcDateTime;
        await using var db = factory.CreateForSystem();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var organisation = await db.Organisation.SingleAsync(cancel);
        if (organisation.HasSampleData)
            throw new RuleException("sample.loaded-already");

        progress(0, company.Lines.Count);
        organisation.MarkSampleData(true);
        var ids = new SampleIds(await BatchAsync(db, company, at, cancel));
        await SamplePeople.AddAsync(db, company, ids, cancel);
        await SampleProducts.AddAsync(db, company, ids, cancel);
        SampleRows.Accounts(db, company, ids, at);
        var families = new SampleFamilies(db, company, ids, at);
        families.WriteAccounts();
        var accounts = db.Accounts.Where(account => account.CreatedByBatchId == ids.Batch).OrderBy(account => account.Code);
        ids.Accounts.AddRange(await accounts.Select(account => account.Id).ToListAsync(cancel));
        SampleRows.Contacts(db, company, knowledge, ids);
        await new SampleKnowledgeRows(db, company, ids, catalogue.Current).WriteAsync(knowledge, cancel);
        await families.WriteDetailsAsync(catalogue.Current, clock.Today, cancel);
        SampleRows.Lines(db, company, ids, done => progress(done, company.Lines.Count));
        await SampleLosses.WriteAsync(db, company, ids, clock.Today, cancel);
        await SampleReceivables.WriteAsync(db, company, ids, clock.Today, cancel);
        await new SampleCredit(db, company, ids, clock.Today).WriteAsync(cancel);
        SampleFiles.Write(db, company, ids, clock.Today);
        await SearchIndex.RefreshAsync(db, ids.Accounts, cancel);

        db.ChangedAccounts.Add(new ChangedAccount { AccountId = ChangedAccount.Everyone });
        db.Note("sample-loaded", "Organisation", subjectName: organisation.Name);
        await db.SaveChangesAsync(cancel);
        await db.RaiseStampAsync(ChangeStamp.Sales, cancel);
        await db.RaiseStampAsync(ChangeStamp.Accounts, cancel);
        await db.RaiseStampAsync(ChangeStamp.Receivables, cancel);
        await transaction.CommitAsync(cancel);
        await people.ReloadAsync(cancel);
    }

    private async Task<long> BatchAsync(JingkeDbContext db, SampleCompany company, DateTime at, CancellationToken cancel)
    {
        var batch = new ImportBatch
        {
            Kind = ImportKind.Sales,
            State = ImportState.Done,
            FileName = words["Company"],
            SourceName = Source,
            Read = company.Lines.Count,
            Accepted = company.Lines.Count,
            Unattributed = company.Lines.Count(line => line.Account < 0),
            AccountsCreated = company.Accounts.Count + SampleFamilies.Count,
            TotalRows = company.Lines.Count,
            RowsDone = company.Lines.Count,
            CreatedAt = at,
            StartedAt = at,
            FinishedAt = at,
        };
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(cancel);
        return batch.Id;
    }
}
