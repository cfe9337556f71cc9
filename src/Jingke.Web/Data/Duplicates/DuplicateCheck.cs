using System.Globalization;
using System.Text;
using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Duplicates;

/// <summary>Looks for accounts that may be the same customer as one that is being entered.</summary>
internal sealed class DuplicateCheck(JingkeDbContext db, DuplicateRules rules, PeopleDirectory people)
{
    private const int MostHits = 5;

    // Rows read for a key: more than these share too much to say anything.
    private const int MostOfKey = 20;
    private const int MostCandidates = 60;

    /// <summary>Looks the accounts up, the gravest first.</summary>
    /// <param name="subject">What is being entered.</param>
    /// <param name="ownId">The account itself when it is edited, else 0.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<IReadOnlyList<DuplicateHit>> RunAsync(MatchSubject subject, long ownId, CancellationToken cancel)
    {
        var inForce = await rules.RunAsync(cancel);
        if (inForce.Values.All(action => action == DuplicateAction.Off))
            return [];

        var shared = await SharedAsync(MatchKeys.Of(subject, whole: false), cancel);
        long[] ids =
        [
            .. shared
                .Where(pair => pair.Key != ownId)
                .OrderByDescending(pair => pair.Value.Count)
                .Take(MostCandidates)
                .Select(pair => pair.Key),
        ];
        if (ids.Length == 0)
            return [];

        // Found wherever they are: that a customer is a colleague's is just what one has to know. What is shown of them is little.
        var which = db.Accounts.IgnoreQueryFilters().Where(account => ids.Contains(account.Id) && account.DeletedAt == null);
        var judged = (await ScannedAccounts.SubjectsAsync(db, which, cancel))
            .Select(other =>
            {
                var judgement = PairScan.Comparison.Judge(subject, other.Subject, Sharing(shared[other.Id]));
                return (other.Id, Judgement: judgement, Action: ActionOf(judgement, inForce));
            })
            .Where(hit => hit.Action != DuplicateAction.Off)
            .OrderByDescending(hit => hit.Action)
            .ThenByDescending(hit => hit.Judgement.Score)
            .Take(MostHits)
            .ToList();
        return await ShownAsync(judged, cancel);
    }

    /// <summary>What is being entered, as it is compared.</summary>
    public static MatchSubject SubjectOf(
        string? name,
        string? creditCode,
        string? phone,
        AccountKind? kind,
        string? province,
        string? city
    ) =>
        MatchKeyIndex.SubjectOf(new(0, name ?? "", null, null, creditCode, phone, null), []) with
        {
            Kind = kind,
            ProvinceCode = province,
            CityCode = city,
        };

    /// <summary>The first two characters of a name, as others may know it.</summary>
    public static string Masked(string name)
    {
        var shown = new StringInfo(name);
        return shown.SubstringByTextElements(0, Math.Min(2, shown.LengthInTextElements)) + "***";
    }

    /// <summary>What the rules say about a pair: the gravest that applies.</summary>
    internal static DuplicateAction ActionOf(PairJudgement judgement, IReadOnlyDictionary<DuplicateMark, DuplicateAction> rules)
    {
        var gravest = DuplicateAction.Off;
        foreach (var signal in judgement.Signals)
        {
            DuplicateMark? mark = signal.Code switch
            {
                MatchSignals.CreditCodeEqual => DuplicateMark.CreditCode,
                MatchSignals.PhoneEqual => DuplicateMark.Phone,
                MatchSignals.DomainEqual => DuplicateMark.Domain,
                MatchSignals.NameEqual
                or MatchSignals.CoreEqual
                or MatchSignals.NameTypo
                or MatchSignals.NameSound when judgement.Verdict is PairVerdict.Same or PairVerdict.Probable => DuplicateMark.Name,
                _ => null,
            };
            if (mark is { } known && rules[known] > gravest)
                gravest = rules[known];
        }
        // A slip of the pen is never certain enough to keep someone from saving.
        return
            gravest == DuplicateAction.Block
            && judgement.Verdict == PairVerdict.Probable
            && judgement.Signals.All(signal => signal.Code is not (MatchSignals.CreditCodeEqual or MatchSignals.PhoneEqual))
            ? DuplicateAction.Warn
            : gravest;
    }

    private async Task<Dictionary<long, List<(MatchKeys.Kind Kind, int Size)>>> SharedAsync(HashSet<long> keys, CancellationToken cancel)
    {
        var found = new Dictionary<long, List<(MatchKeys.Kind, int)>>();
        if (keys.Count == 0)
            return found;
        var sql = new StringBuilder();
        // Numbers only, so nothing can be broken out of.
        foreach (var key in keys)
            sql.Append(sql.Length == 0 ? "" : " UNION ALL ")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"SELECT * FROM (SELECT key AS \"Key\", account_id AS \"AccountId\" FROM match_key WHERE key = {key} LIMIT {MostOfKey}) k{sql.Length}"
                );
        var rows = await db.Database.SqlQueryRaw<KeyRow>(sql.ToString()).ToListAsync(cancel);
        foreach (var block in rows.GroupBy(row => row.Key))
        {
            var (kind, size) = (MatchKeys.KindOf(block.Key), block.Count());
            foreach (var row in block)
            {
                if (!found.TryGetValue(row.AccountId, out var of))
                    found.Add(row.AccountId, of = []);
                // The account that is being entered counts, too.
                of.Add((kind, size + 1));
            }
        }
        return found;
    }

    private static PairComparison.Sharing Sharing(List<(MatchKeys.Kind Kind, int Size)> shared)
    {
        return new(Least(MatchKeys.Kind.Name), Least(MatchKeys.Kind.Typo), Least(MatchKeys.Kind.Phone), Least(MatchKeys.Kind.Domain));

        int Least(MatchKeys.Kind kind) => shared.Where(key => key.Kind == kind).Select(key => key.Size).DefaultIfEmpty(2).Min();
    }

    private async Task<IReadOnlyList<DuplicateHit>> ShownAsync(
        List<(long Id, PairJudgement Judgement, DuplicateAction Action)> judged,
        CancellationToken cancel
    )
    {
        var ids = judged.ConvertAll(hit => hit.Id);
        var names = await db
            .Accounts.IgnoreQueryFilters()
            .Where(account => ids.Contains(account.Id))
            .Select(account => new
            {
                account.Id,
                account.Name,
                account.OwnerId,
            })
            .ToDictionaryAsync(account => account.Id, cancel);
        var inScope = await db.Accounts.Where(account => ids.Contains(account.Id)).Select(account => account.Id).ToListAsync(cancel);
        return judged.ConvertAll(hit =>
        {
            var account = names[hit.Id];
            var seen = inScope.Contains(hit.Id);
            // Reasons quote what the other account holds; outside the scope only what was typed may be repeated.
            return new DuplicateHit(
                seen ? hit.Id : null,
                seen ? account.Name : Masked(account.Name),
                people.Current.Find(account.OwnerId)?.Name,
                seen ? hit.Judgement : hit.Judgement with { Signals = [.. hit.Judgement.Signals.Select(Quiet)] },
                hit.Action
            );
        });
    }

    private static MatchSignal Quiet(MatchSignal signal) => signal with { Args = [] };

    private sealed record KeyRow(long Key, long AccountId);
}
