using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.People;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SetUp;

/// <summary>Makes the first administrator and names the organisation.</summary>
internal sealed class SetUpProduct(SetUpLink link, AddUser addUser, JingkeDbContext db, PeopleDirectory people)
{
    public sealed class Input
    {
        public string? Token { get; set; }

        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? OrganisationName { get; set; }

        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? DisplayName { get; set; }

        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "required")]
        public string? Password { get; set; }

        [Required(ErrorMessage = "required"), Compare(nameof(Password), ErrorMessage = "password-differs")]
        public string? PasswordAgain { get; set; }

        public string? Language { get; set; }
    }

    /// <summary>Makes the administrator and uses the link up.</summary>
    /// <returns>The administrator.</returns>
    /// <exception cref="RuleException"><c>set-up.link-wrong</c>, <c>set-up.done</c>, and the refusals of <see cref="AddUser"/></exception>
    public async Task<User> RunAsync(Input input, CancellationToken cancel)
    {
        if (!link.Matches(input.Token))
            throw new RuleException("set-up.link-wrong");
        if (people.Current.HasAdministrator || !link.TryTake())
            throw new RuleException("set-up.done");

        try
        {
            var organisation = await db.Organisation.SingleAsync(cancel);
            organisation.Change(input.OrganisationName!, organisation.TimeZone, organisation.Currency, organisation.FiscalYearStartMonth);
            // Saved together with the user: both stand in the same context.
            var added = await addUser.RunAsync(
                new()
                {
                    DisplayName = input.DisplayName,
                    UserName = input.UserName,
                    Password = input.Password,
                    Role = Role.Administrator,
                    Language = Language.Find(input.Language)?.Code,
                },
                cancel
            );
            return added.User;
        }
        catch
        {
            link.GiveBack();
            throw;
        }
    }
}
