using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Reference;
using Jingke.Web.Data.Facts;

namespace Jingke.Web.Features.Accounts.Edit;

/// <summary>An account as a form or a JSON request gives it.</summary>
public class AccountInput
{
    /// <summary>Company or household.</summary>
    public AccountKind Kind { get; set; }

    /// <summary>Full name.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(Account.MaximumNameLength, ErrorMessage = "too-long:200")]
    public string? Name { get; set; }

    /// <summary>What colleagues call it.</summary>
    [MaxLength(100, ErrorMessage = "too-long:100")]
    public string? ShortName { get; set; }

    /// <summary>The company's own number for it.</summary>
    [MaxLength(100, ErrorMessage = "too-long:100")]
    public string? Code { get; set; }

    /// <summary>统一社会信用代码</summary>
    [MaxLength(32, ErrorMessage = "too-long:32")]
    public string? CreditCode { get; set; }

    /// <summary>GB/T 2260 code of a city, or of a province where the city is not known.</summary>
    [MaxLength(6, ErrorMessage = "not-a-choice")]
    public string? Region { get; set; }

    /// <summary>A region that is not in the list, e.g. a foreign country.</summary>
    [MaxLength(100, ErrorMessage = "too-long:100")]
    public string? RegionText { get; set; }

    /// <summary>Postal address.</summary>
    [MaxLength(300, ErrorMessage = "too-long:300")]
    public string? Address { get; set; }

    /// <summary>GB/T 4754 code.</summary>
    [MaxLength(5, ErrorMessage = "not-a-choice")]
    public string? Industry { get; set; }

    /// <summary>An industry in one's own words.</summary>
    [MaxLength(100, ErrorMessage = "too-long:100")]
    public string? IndustryText { get; set; }

    /// <summary>Form of ownership.</summary>
    [MaxLength(50, ErrorMessage = "too-long:50")]
    public string? Ownership { get; set; }

    /// <summary>Size class.</summary>
    [MaxLength(50, ErrorMessage = "too-long:50")]
    public string? Size { get; set; }

    /// <summary>Number of staff.</summary>
    [Range(0, 10_000_000, ErrorMessage = "out-of-range:0:10000000")]
    public int? Employees { get; set; }

    /// <summary>Telephone number.</summary>
    [MaxLength(50, ErrorMessage = "too-long:50")]
    public string? Phone { get; set; }

    /// <summary>Web address.</summary>
    [MaxLength(200, ErrorMessage = "too-long:200")]
    public string? Website { get; set; }

    /// <summary>Where the account came from.</summary>
    [MaxLength(50, ErrorMessage = "too-long:50")]
    public string? Source { get; set; }

    /// <summary>Anything worth knowing.</summary>
    [MaxLength(4_000, ErrorMessage = "too-long:4000")]
    public string? Note { get; set; }

    /// <summary>Who is responsible; only read from those who may assign.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Whether the person has seen that the customer may be there already, and says that it is another one.</summary>
    public bool DuplicatesSeen { get; set; }

    /// <summary>The version that was edited; 0 for a new account.</summary>
    public int Version { get; set; }

    /// <summary>The newest entry of the audit log when the form was opened; tells what others changed since.</summary>
    public long Seen { get; set; }

    /// <summary>The describing fields, with the region and industry recognised as far as they are certain.</summary>
    internal AccountDescription Describe()
    {
        var region = Divisions.Find(Region) is { } chosen
            ? new RecognisedPlace(chosen.ProvinceCode, chosen.Level == DivisionLevel.Province ? null : chosen.CityCode, null)
            : Divisions.Recognise(RegionText, null, Address);
        var industry = Industries.Recognise(Industry) ?? Industries.Recognise(IndustryText);
        return new()
        {
            Kind = Kind,
            Code = Code,
            ShortName = ShortName,
            CreditCode = CreditCode,
            ProvinceCode = region.Province,
            CityCode = region.City,
            RegionText = region.Province is null ? RegionText : null,
            Address = Address,
            IndustryCode = industry?.Code,
            IndustryText = industry is null ? IndustryText : null,
            Ownership = Ownership,
            Size = Size,
            Employees = Employees,
            Phone = Phone,
            Website = Website,
            Source = Source,
            Note = Note,
        };
    }

    /// <summary>The fields as they are.</summary>
    internal static AccountInput Of(Account account, long seen) =>
        new()
        {
            Kind = account.Kind,
            Name = account.Name,
            ShortName = account.ShortName,
            Code = account.Code,
            CreditCode = account.CreditCode,
            Region = account.CityCode ?? account.ProvinceCode,
            RegionText = account.RegionText,
            Address = account.Address,
            Industry = account.IndustryCode,
            IndustryText = account.IndustryText,
            Ownership = account.Ownership,
            Size = account.Size,
            Employees = account.Employees,
            Phone = account.Phone,
            Website = account.Website,
            Source = account.Source,
            Note = account.Note,
            OwnerId = account.OwnerId,
            Version = account.Version,
            Seen = seen,
        };

    /// <summary>Empties what a role is not shown; left empty it stays as it is (<see cref="DescribedFields"/>).</summary>
    internal AccountInput Masked(Catalogue catalogue, Role role)
    {
        foreach (var field in catalogue.InUse)
            if (field.Column is { } column && DescribedFields.IsHidden(field, role))
                Empty(column);
        return this;
    }

    private void Empty(string column)
    {
        switch (column)
        {
            case Account.RegionColumn:
                (Region, RegionText) = (null, null);
                break;
            case Account.IndustryColumn:
                (Industry, IndustryText) = (null, null);
                break;
            case nameof(Account.CreditCode):
                CreditCode = null;
                break;
            case nameof(Account.Address):
                Address = null;
                break;
            case nameof(Account.Ownership):
                Ownership = null;
                break;
            case nameof(Account.Size):
                Size = null;
                break;
            case nameof(Account.Employees):
                Employees = null;
                break;
            case nameof(Account.Phone):
                Phone = null;
                break;
            case nameof(Account.Website):
                Website = null;
                break;
        }
    }
}
