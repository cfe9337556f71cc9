using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;

namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>What the list of fields shows: one card as people see it, or what is out of use.</summary>
public enum FieldView
{
    /// <summary>The card of a company.</summary>
    Company,

    /// <summary>The card of a household.</summary>
    Household,

    /// <summary>The personal card of a contact.</summary>
    Contact,

    /// <summary>Fields that are out of use.</summary>
    Retired,
}

/// <summary>Which fields a view shows.</summary>
internal static class FieldViews
{
    /// <summary>The view that an address names; the card of a company where it names none.</summary>
    public static FieldView Parse(string? text) =>
        Enum.TryParse<FieldView>(text, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : FieldView.Company;

    /// <summary>The address of a view.</summary>
    public static string Href(this FieldView view) =>
        view == FieldView.Company ? "/settings/fields" : $"/settings/fields?of={view.ToString().ToLowerInvariant()}";

    /// <summary>The view in which a field is found.</summary>
    public static FieldView Of(FieldDefinition field) =>
        field.IsRetired ? FieldView.Retired
        : field.Subject == FieldSubject.Contact ? FieldView.Contact
        : field.Subject == FieldSubject.Household ? FieldView.Household
        : FieldView.Company;

    /// <summary>Whether a field is in the view.</summary>
    public static bool Shows(this FieldView view, FieldDefinition field) =>
        field.IsRetired
            ? view == FieldView.Retired
            : view switch
            {
                FieldView.Company => field.IsAbout(AccountKind.Company),
                FieldView.Household => field.IsAbout(AccountKind.Household),
                FieldView.Contact => field.Subject == FieldSubject.Contact,
                _ => false,
            };
}
