namespace Jingke.Web.Ledger.Reading;

/// <summary>
/// The sums of month grain, made by the database. Everything is grouped by account, so that on a distributed table each worker does
/// its part. Orders that lie within one month are only counted; lines of orders that span months keep their order, so that every
/// figure over whole months equals that of line grain.
/// </summary>
/// <param name="month">SQL for the first seven characters of the day, e.g. 2026-03.</param>
internal sealed class MonthSql(string month)
{
    private string Orders =>
        $"""
            orders AS (
                SELECT account_id, CASE WHEN order_no = '' THEN 'day ' || ordered_on ELSE order_no END AS order_key,
                       MIN({month}) AS month, MIN({month}) <> MAX({month}) AS spans, SUM(amount) AS net,
                       MAX(CASE WHEN amount > 0 THEN ordered_on END) AS last_positive
                FROM sales_line
                GROUP BY account_id, CASE WHEN order_no = '' THEN 'day ' || ordered_on ELSE order_no END)
            """;

    /// <summary>Rows: account, last day, product, place, amount, quantity, cost (null when not known), discount, order ('' unless it spans months).</summary>
    public string Rows =>
        $"""
            WITH {Orders}
            SELECT l.account_id, MAX(l.ordered_on), l.product_id, l.place_id, SUM(l.amount), SUM(l.quantity), SUM(l.cost), SUM(l.discount),
                   CASE WHEN o.spans THEN o.order_key ELSE '' END
            FROM sales_line l
            JOIN orders o ON o.account_id = l.account_id AND o.order_key = CASE WHEN l.order_no = '' THEN 'day ' || l.ordered_on ELSE l.order_no END
            GROUP BY l.account_id, {month.Replace("ordered_on", "l.ordered_on", StringComparison.Ordinal)}, l.product_id, l.place_id,
                     l.amount < 0, l.cost IS NULL, CASE WHEN o.spans THEN o.order_key ELSE '' END
            """;

    /// <summary>Months: account, first day with a line, single-month orders with a positive net amount, last day of such an order.</summary>
    public string Months =>
        $"""
            WITH {Orders},
            counted AS (
                SELECT account_id, month, COUNT(*) AS orders, MAX(last_positive) AS last_positive
                FROM orders WHERE NOT spans AND net > 0 GROUP BY account_id, month),
            days AS (
                SELECT account_id, {month} AS month, MIN(ordered_on) AS first_on FROM sales_line GROUP BY account_id, {month})
            SELECT d.account_id, d.first_on, COALESCE(c.orders, 0), c.last_positive
            FROM days d LEFT JOIN counted c ON c.account_id = d.account_id AND c.month = d.month
            """;
}
