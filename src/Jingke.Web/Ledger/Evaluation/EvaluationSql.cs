namespace Jingke.Web.Ledger.Evaluation;

/// <summary>What happens in the database after the verdicts of a run are written: set-based, the same SQL on both databases. {0} is the run.</summary>
internal static class EvaluationSql
{
    public static readonly string[] Columns =
    [
        "run_id",
        "account_id",
        "tier",
        "value_score",
        "sales_rank",
        "previous_rank",
        "net_sales",
        "share",
        "year_on_year",
        "orders",
        "recency_days",
        "last_order_on",
        "variety",
        "scores",
        "gross_profit",
        "reasons",
    ];

    /// <summary>The statements in their order. The first run has nothing to compare with: nobody rises or falls by it.</summary>
    public static IEnumerable<string> After(bool isFirst)
    {
        yield return "UPDATE evaluation SET previous_tier = account.tier FROM account WHERE evaluation.run_id = {0} AND account.id = evaluation.account_id";
        if (!isFirst)
        {
            yield return """
                INSERT INTO tier_change (account_id, run_id, "on", "from", "to", reasons)
                SELECT e.account_id, e.run_id, r.as_of, e.previous_tier, e.tier, e.reasons
                FROM evaluation e JOIN evaluation_run r ON r.id = e.run_id
                WHERE e.run_id = {0} AND e.previous_tier IS DISTINCT FROM e.tier
                """;
            yield return """
                INSERT INTO tier_change (account_id, run_id, "on", "from", "to", reasons)
                SELECT a.id, r.id, r.as_of, a.tier, NULL, ''
                FROM account a JOIN evaluation_run r ON r.id = {0}
                WHERE a.tier IS NOT NULL AND a.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.run_id = {0} AND e.account_id = a.id)
                """;
        }
        yield return """
            UPDATE account SET
                tier_since = CASE WHEN account.tier IS DISTINCT FROM e.tier THEN r.as_of ELSE account.tier_since END,
                tier = e.tier, value_score = e.value_score, sales_rank = e.sales_rank, net_sales = e.net_sales,
                year_on_year = e.year_on_year, last_order_on = COALESCE(e.last_order_on, account.last_order_on)
            FROM evaluation e JOIN evaluation_run r ON r.id = e.run_id
            WHERE e.run_id = {0} AND account.id = e.account_id
                AND (account.tier IS DISTINCT FROM e.tier OR account.value_score IS DISTINCT FROM e.value_score
                    OR account.sales_rank IS DISTINCT FROM e.sales_rank OR account.net_sales <> e.net_sales
                    OR account.year_on_year IS DISTINCT FROM e.year_on_year
                    OR account.last_order_on IS DISTINCT FROM e.last_order_on)
            """;
        yield return """
            UPDATE account SET tier = NULL, tier_since = NULL, value_score = NULL, sales_rank = NULL, net_sales = 0, year_on_year = NULL
            WHERE tier IS NOT NULL AND deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.run_id = {0} AND e.account_id = account.id)
            """;
    }
}
