using System.Globalization;
using Jingke.Benchmarks.Company;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Facts;

namespace Jingke.Benchmarks.Customers;

/// <summary>Invented facts: ten fields of each account, one value in fifty contradicted by another, some of them too old.</summary>
internal static class KnownFacts
{
    /// <summary>Fields that every account has a value of.</summary>
    public static readonly string[] Keys =
    [
        "branches",
        "registered-capital",
        "total-assets",
        "budget",
        "sales-ability",
        "development-potential",
        "organisation-form",
        "chief-executive",
        "legal-representative",
        "business-owner",
    ];

    private const int ContradictedEach = 50;

    /// <summary>Writes the facts inside the open transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="catalogue">The catalogue of fields.</param>
    /// <param name="accounts">How many accounts there are; their identifiers begin at 1.</param>
    /// <param name="today">The day from which ages are counted.</param>
    /// <returns>How many facts were written.</returns>
    public static long Write(JingkeDbContext db, Catalogue catalogue, int accounts, DateOnly today)
    {
        var fields = Array.ConvertAll(Keys, key => catalogue.Field(key)!);
        var (visit, file) = (catalogue.DefaultChannel.Id, catalogue.Channel("imported-file")!.Id);
        using var rows = BulkWriter.Open(
            db,
            "fact",
            "account_id",
            "field_id",
            "value",
            "number",
            "channel_id",
            "is_first_hand",
            "observed_on",
            "is_one_off",
            "recorded_at",
            "standing",
            "reliability"
        );
        var written = 0L;
        for (var account = 1; account <= accounts; account++)
        {
            foreach (var field in fields)
            {
                var dice = Dice.Mix(((ulong)account << 8) ^ (ulong)field.Id);
                Put(account, field, dice, visit, firstHand: true, age: (int)(dice % 700));
                if (dice % ContradictedEach == 0)
                    Put(account, field, Dice.Mix(dice), file, firstHand: false, age: (int)(dice % 300));
            }
        }
        rows.Complete();
        return written;

        void Put(long account, FieldDefinition field, ulong dice, long channel, bool firstHand, int age)
        {
            var (value, number) = ValueOf(field, dice);
            var observed = today.AddDays(-age);
            rows.Long(account);
            rows.Long(field.Id);
            rows.Text(value);
            rows.Long(number);
            rows.Long(channel);
            rows.Bool(firstHand);
            rows.Day(observed);
            rows.Bool(false);
            rows.Instant(observed.ToDateTime(default, DateTimeKind.Utc));
            rows.Text(nameof(FactStanding.Accepted));
            rows.Int(90);
            rows.EndRow();
            written++;
        }
    }

    private static (string Value, long? Number) ValueOf(FieldDefinition field, ulong dice)
    {
        if (field.Type is FieldType.Number or FieldType.Money)
        {
            // Ten-thousandths, spread over four powers of ten as sizes of companies are.
            var units = (long)Math.Pow(10, dice % 4) * (1 + (long)(dice / 7 % 900));
            return (units.ToString(CultureInfo.InvariantCulture), units * 10_000);
        }
        return field.Choices.Count > 0
            ? (field.Choices[(int)(dice % (ulong)field.Choices.Count)].Key, null)
            : ($"经理{dice % 5000:0000}", null);
    }
}
