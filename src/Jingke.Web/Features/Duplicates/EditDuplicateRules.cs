using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data;
using Jingke.Web.Data.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates;

/// <summary>Changes what happens with a new account that is perhaps there already.</summary>
internal sealed class EditDuplicateRules(JingkeDbContext db, DuplicateRules rules)
{
    /// <summary>The rules as a form gives them.</summary>
    public sealed class Input
    {
        /// <summary>For an equal or nearly equal name.</summary>
        [Required(ErrorMessage = "required")]
        public DuplicateAction? Name { get; set; }

        /// <summary>For an equal credit code.</summary>
        [Required(ErrorMessage = "required")]
        public DuplicateAction? CreditCode { get; set; }

        /// <summary>For an equal telephone number.</summary>
        [Required(ErrorMessage = "required")]
        public DuplicateAction? Phone { get; set; }

        /// <summary>For an equal e-mail domain.</summary>
        [Required(ErrorMessage = "required")]
        public DuplicateAction? Domain { get; set; }
    }

    /// <summary>The rules in force.</summary>
    public async Task<Input> LoadAsync(CancellationToken cancel)
    {
        var now = await rules.RunAsync(cancel);
        return new()
        {
            Name = now[DuplicateMark.Name],
            CreditCode = now[DuplicateMark.CreditCode],
            Phone = now[DuplicateMark.Phone],
            Domain = now[DuplicateMark.Domain],
        };
    }

    /// <summary>Saves them.</summary>
    public async Task RunAsync(Input input, CancellationToken cancel)
    {
        var saved = await db.DuplicateRules.ToDictionaryAsync(rule => rule.Mark, cancel);
        foreach (var (mark, action) in Given(input))
        {
            if (!saved.TryGetValue(mark, out var rule))
                db.Add(rule = new DuplicateRule { Mark = mark });
            rule.Change(action);
        }
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<(DuplicateMark Mark, DuplicateAction Action)> Given(Input input) =>
        [
            (DuplicateMark.Name, input.Name!.Value),
            (DuplicateMark.CreditCode, input.CreditCode!.Value),
            (DuplicateMark.Phone, input.Phone!.Value),
            (DuplicateMark.Domain, input.Domain!.Value),
        ];
}
