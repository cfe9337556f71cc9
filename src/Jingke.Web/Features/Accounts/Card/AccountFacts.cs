using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Card;

/// <summary>Everything the company knows about an account: each field of the catalogue with what is believed and why.</summary>
internal sealed class AccountFacts(JingkeDbContext db, CatalogueInForce catalogue, FactGround grounds, FactNames naming, Clock clock)
{
    /// <summary>The card of an account.</summary>
    /// <param name="account">The account, read through the viewer's context.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<FactSheet> RunAsync(Account account, CancellationToken cancel)
    {
        var fields = catalogue.Current;
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.AccountId == account.Id).OrderBy(fact => fact.Id).ToListAsync(cancel);
        var ground = await grounds.ReadAsync(db, cancel);
        var verdict = VetFacts.Judge(ground, fields, account, facts, clock);
        var names = await naming.RunAsync(id => fields.Field(id)?.Type, facts, cancel);
        return new(account, fields, facts.ToDictionary(fact => fact.Id), verdict, new FactWords(fields, names), names, db.Viewer.Role);
    }
}
