using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data;
using Jingke.Web.Data.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>Rules about an account that need to know the others.</summary>
internal sealed class AccountChecks(JingkeDbContext db, DuplicateCheck duplicates)
{
    /// <summary>Refuses what would be wrong to save.</summary>
    /// <param name="input">The account as given.</param>
    /// <param name="own">The account itself when it is edited.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="RuleException">
    /// <c>account.code-taken</c> (name), <c>account.code-taken-in-bin</c> (name), <c>account.code-taken-elsewhere</c>,
    /// <c>account.duplicate-blocked</c> and <c>account.duplicate-warned</c> (name, owner), and those of <see cref="CreditCode"/>
    /// </exception>
    public async Task RunAsync(AccountInput input, Account? own, CancellationToken cancel)
    {
        // What was wrong before, in an imported account say, must not keep people from changing the rest.
        if (!string.Equals(own?.CreditCode, input.CreditCode?.Trim(), StringComparison.OrdinalIgnoreCase))
            CreditCode.Check(input.CreditCode);
        await CheckCodeAsync(input, own, cancel);
        await CheckDuplicatesAsync(input, own, cancel);
    }

    private async Task CheckCodeAsync(AccountInput input, Account? own, CancellationToken cancel)
    {
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

    // Saving looks again: what was shown while typing may be old, and programs do not type.
    private async Task CheckDuplicatesAsync(AccountInput input, Account? own, CancellationToken cancel)
    {
        if (own is not null && Same(own.Name, input.Name) && Same(own.CreditCode, input.CreditCode) && Same(own.Phone, input.Phone))
            return;

        var given = input.Describe();
        var subject = DuplicateCheck.SubjectOf(input.Name, given.CreditCode, given.Phone, given.Kind, given.ProvinceCode, given.CityCode);
        if (await duplicates.RunAsync(subject, own?.Id ?? 0, cancel) is not [var hit, ..])
            return;
        if (hit.Action == DuplicateAction.Block)
            throw new RuleException("account.duplicate-blocked", hit.Name, hit.Owner ?? "–");
        if (!input.DuplicatesSeen)
            throw new RuleException("account.duplicate-warned", hit.Name, hit.Owner ?? "–");
    }

    private static bool Same(string? left, string? right) => (left ?? "").Trim() == (right ?? "").Trim();

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
