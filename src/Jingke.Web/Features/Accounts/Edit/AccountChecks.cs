using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>Rules about an account that need to know the others.</summary>
internal sealed class AccountChecks(JingkeDbContext db)
{
    /// <summary>Refuses what would be wrong to save.</summary>
    /// <param name="input">The account as given.</param>
    /// <param name="own">The account itself when it is edited.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RuleException">
    /// <c>account.code-taken</c> (name), <c>account.code-taken-in-bin</c> (name), <c>account.code-taken-elsewhere</c>, and those of <see cref="CreditCode"/>
    /// </exception>
    public async Task RunAsync(AccountInput input, Account? own, CancellationToken cancel)
    {
        // What was wrong before, in an imported account say, must not keep people from changing the rest.
        if (!string.Equals(own?.CreditCode, input.CreditCode?.Trim(), StringComparison.OrdinalIgnoreCase))
            CreditCode.Check(input.CreditCode);

        var code = input.Code?.Trim();
        if (string.IsNullOrEmpty(code) || code == own?.Code)
            return;
        var ownId = own?.Id ?? 0;
        if (
            await db.Accounts.Where(each => each.Code == code && each.Id != ownId).Select(each => each.Name).FirstOrDefaultAsync(cancel) is
            { } name
        )
            throw new RuleException("account.code-taken", code, name);

        // A code is unique in the company, but who has it is told only to those who may see that account.
        var inBin = await db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(each => each.Code == code && each.Id != ownId)
            .Select(each => each.Name)
            .FirstOrDefaultAsync(cancel);
        if (inBin is not null)
            throw new RuleException("account.code-taken-in-bin", code, inBin);
        if (await db.Accounts.IgnoreQueryFilters().AnyAsync(each => each.Code == code && each.Id != ownId, cancel))
            throw new RuleException("account.code-taken-elsewhere", code);
    }

    /// <summary>The field that a refusal belongs to; null for the form as a whole.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "account.code-taken" or "account.code-taken-in-bin" or "account.code-taken-elsewhere" => nameof(AccountInput.Code),
            "account.credit-code-length" or "account.credit-code-character" or "account.credit-code-check" => nameof(
                AccountInput.CreditCode
            ),
            "account.name-missing" or "account.name-too-long" => nameof(AccountInput.Name),
            "account.employees-negative" => nameof(AccountInput.Employees),
            "account.owner-unknown" => nameof(AccountInput.OwnerId),
            _ => null,
        };
}
