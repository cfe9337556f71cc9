using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Whether the sample company is there, and how large it is.</summary>
internal sealed class SampleDataStatus(JingkeDbFactory factory)
{
    public sealed record Answer(bool IsLoaded, long Accounts, long Lines, int People);

    public async Task<Answer> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        if (!await db.Organisation.Select(organisation => organisation.HasSampleData).SingleAsync(cancel))
            return new(false, 0, 0, 0);

        var batch = await db
            .ImportBatches.Where(batch => batch.SourceName == LoadSampleData.Source)
            .OrderByDescending(batch => batch.Id)
            .FirstOrDefaultAsync(cancel);
        return new(true, batch?.AccountsCreated ?? 0, batch?.Accepted ?? 0, await db.Users.CountAsync(user => user.IsSample, cancel));
    }
}
