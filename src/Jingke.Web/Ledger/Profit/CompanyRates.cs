using System.Text.Json;
using Jingke.Analytics.Profit;
using Jingke.Domain;
using Jingke.Domain.FollowUps;

namespace Jingke.Web.Ledger.Profit;

/// <summary>What serving a customer costs the company, and how long a contact takes. Amounts are ten-thousandths of the currency unit.</summary>
public sealed record CompanyRates
{
    /// <summary>What holds until a company says otherwise.</summary>
    public static CompanyRates Default { get; } = new();

    /// <summary>Cost of an hour of a colleague.</summary>
    public long HourlyRate { get; init; } = 100 * Money.PerUnit;

    /// <summary>Cost of a visit beyond its hours: travel, hospitality.</summary>
    public long VisitCost { get; init; } = 200 * Money.PerUnit;

    /// <summary>Cost of capital for a year; 0.06 = 6 %.</summary>
    public double YearlyCapitalRate { get; init; } = 0.06;

    /// <summary>Surcharge on hours and visits of customers that are demanding to serve; 0.3 = 30 %.</summary>
    public double Demanding { get; init; } = 0.3;

    /// <summary>Surcharge of those that are very demanding.</summary>
    public double VeryDemanding { get; init; } = 0.6;

    /// <summary>Hours that a visit takes, with the way.</summary>
    public double VisitHours { get; init; } = 3;

    /// <summary>Hours that a meeting, or receiving the customer, takes.</summary>
    public double MeetingHours { get; init; } = 2;

    /// <summary>Hours that any other contact takes: a call, a message, a letter.</summary>
    public double OtherHours { get; init; } = 0.25;

    /// <summary>Codes of what is wrong with them; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems() => ToServiceRates().Problems();

    /// <summary>Hours that a contact takes.</summary>
    public double HoursOf(FollowUpKind kind) =>
        kind switch
        {
            FollowUpKind.Visit => VisitHours,
            FollowUpKind.Meeting or FollowUpKind.Reception => MeetingHours,
            _ => OtherHours,
        };

    /// <summary>The surcharge of a level of difficulty.</summary>
    /// <param name="choice">Key of the choice of the field; one that the company made itself counts as ordinary.</param>
    public static int LevelOf(string? choice) =>
        choice switch
        {
            "demanding" => 1,
            "very-demanding" => 2,
            _ => 0,
        };

    /// <summary>The rates as true profit takes them.</summary>
    public ServiceRates ToServiceRates() => new(HourlyRate, VisitCost, YearlyCapitalRate, [0, Demanding, VeryDemanding]);

    /// <summary>The rates as they are saved.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static CompanyRates Parse(string json) => JsonSerializer.Deserialize<CompanyRates>(json)!;
}
