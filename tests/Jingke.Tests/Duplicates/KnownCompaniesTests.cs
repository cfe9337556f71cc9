using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>Real names of companies, and copies of them as people mistype them.</summary>
public sealed class KnownCompaniesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mistyped_copies_of_real_companies_are_found_and_near_names_stay_apart(bool withCreditCodes)
    {
        var rows = File.ReadLines(DataSets.PathOf("cn_companies/companies.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var corruption = new Corruption(20260601);
        var names = rows.ConvertAll(row => row[0]);
        var subjects = rows.ConvertAll(row => ScanQuality.Named(row[0], withCreditCodes ? row[1] : null));
        var truth = new Dictionary<(int, int), string>();
        for (var at = 0; at < rows.Count; at++)
        {
            var kind = Corruption.Kinds[at % Corruption.Kinds.Length];
            var copy = corruption.Of(names[at], kind);
            truth.Add((at, names.Count), kind);
            names.Add(copy);
            // Half of the copies were typed in without the code.
            subjects.Add(ScanQuality.Named(copy, withCreditCodes && at % 2 == 0 ? rows[at][1] : null));
        }

        ScanQuality.Check(names, subjects, truth);
    }
}
