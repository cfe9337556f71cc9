-- The full analysis in SQL, as analysis.md's definitions have it. Days are day numbers, money is ten-thousandths.
-- {from} and {to} bound the period, {previous} is the first day of the comparison period, which ends the day before {from}.
-- Lines after --@duckdb or --@sqlite are for that engine only, until --@both.

DROP TABLE IF EXISTS order_count;
DROP TABLE IF EXISTS variety_count;
DROP TABLE IF EXISTS figure;
DROP TABLE IF EXISTS judged;
DROP TABLE IF EXISTS pareto;
DROP TABLE IF EXISTS candidate;
DROP TABLE IF EXISTS grown;
DROP TABLE IF EXISTS rising;
DROP TABLE IF EXISTS standing;
DROP TABLE IF EXISTS breakdown;
DROP TABLE IF EXISTS extreme;

-- F and R: orders with a positive net amount, and the last day with a positive line of one.
CREATE TEMP TABLE order_count AS
SELECT account, COUNT(*) AS orders, MAX(last_day) AS last_order_day
FROM (
  SELECT account, MAX(CASE WHEN amount > 0 THEN day END) AS last_day
  FROM line
  WHERE day BETWEEN {from} AND {to}
  GROUP BY account, order_no
  HAVING SUM(amount) > 0
) AS positive
GROUP BY account;

-- V: products bought.
CREATE TEMP TABLE variety_count AS
SELECT account, COUNT(*) AS variety
FROM (SELECT DISTINCT account, product FROM line WHERE day BETWEEN {from} AND {to} AND amount > 0) AS bought
GROUP BY account;

-- M and everything else that is a sum, of both periods in one pass.
CREATE TEMP TABLE figure AS
SELECT sums.*,
  CASE WHEN cost_known >= 0.9e0 * amount_all AND lines > 0 AND amount_all > 0 THEN sales_with_cost - cost END AS profit,
  CASE WHEN previous_net > 0 THEN (CAST(net AS DOUBLE) - CAST(previous_net AS DOUBLE)) / CAST(previous_net AS DOUBLE) END AS change
FROM (
  SELECT account,
    COUNT(*) FILTER (WHERE day >= {from}) AS lines,
    CAST(COALESCE(SUM(amount) FILTER (WHERE day >= {from}), 0) AS BIGINT) AS net,
    CAST(COALESCE(SUM(amount) FILTER (WHERE day >= {from} AND amount < 0), 0) AS BIGINT) AS returns,
    MIN(day) FILTER (WHERE day >= {from}) AS first_day,
    MAX(day) FILTER (WHERE day >= {from}) AS last_day,
    CAST(COALESCE(SUM(quantity) FILTER (WHERE day >= {from}), 0) AS BIGINT) AS quantity,
    CAST(COALESCE(SUM(discount) FILTER (WHERE day >= {from}), 0) AS BIGINT) AS discount,
    CAST(COALESCE(SUM(cost) FILTER (WHERE day >= {from}), 0) AS BIGINT) AS cost,
    CAST(COALESCE(SUM(amount) FILTER (WHERE day >= {from} AND cost IS NOT NULL), 0) AS BIGINT) AS sales_with_cost,
    CAST(COALESCE(SUM(ABS(amount)) FILTER (WHERE day >= {from} AND cost IS NOT NULL), 0) AS DOUBLE) AS cost_known,
    CAST(COALESCE(SUM(ABS(amount)) FILTER (WHERE day >= {from}), 0) AS DOUBLE) AS amount_all,
    COUNT(*) FILTER (WHERE day < {from}) AS previous_lines,
    CAST(COALESCE(SUM(amount) FILTER (WHERE day < {from}), 0) AS BIGINT) AS previous_net
  FROM line
  WHERE day BETWEEN {previous} AND {to}
  GROUP BY account
) AS sums;

-- Scores by mid-rank quantile, value score, ranks, Pareto curve, of the active accounts.
CREATE TEMP TABLE judged AS
WITH counted AS (
  SELECT figure.*, COALESCE(orders, 0) AS orders, COALESCE(last_order_day, 0) AS last_order_day, COALESCE(variety, 0) AS variety
  FROM figure
  LEFT JOIN order_count ON order_count.account = figure.account
  LEFT JOIN variety_count ON variety_count.account = figure.account
  WHERE lines > 0
),
ranked AS (
  SELECT counted.*,
    COUNT(*) OVER () AS n,
    COUNT(profit) OVER () AS profits,
    2 * (RANK() OVER (ORDER BY last_order_day) - 1) + COUNT(*) OVER (PARTITION BY last_order_day) AS r2,
    2 * (RANK() OVER (ORDER BY orders) - 1) + COUNT(*) OVER (PARTITION BY orders) AS f2,
    2 * (RANK() OVER (ORDER BY net) - 1) + COUNT(*) OVER (PARTITION BY net) AS m2,
    2 * (RANK() OVER (ORDER BY variety) - 1) + COUNT(*) OVER (PARTITION BY variety) AS v2,
    2 * (RANK() OVER (PARTITION BY profit IS NULL ORDER BY profit) - 1) + COUNT(*) OVER (PARTITION BY profit) AS p2,
    RANK() OVER (ORDER BY net DESC) AS sales_rank,
    ROW_NUMBER() OVER (ORDER BY net DESC, account) AS position,
    CAST(SUM(net) OVER (ORDER BY net DESC, account ROWS UNBOUNDED PRECEDING) AS BIGINT) AS cumulative
  FROM counted
),
shared AS (
  SELECT ranked.*,
    r2 / (2e0 * n) AS r,
    f2 / (2e0 * n) AS f,
    m2 / (2e0 * n) AS m,
    v2 / (2e0 * n) AS v,
    CASE WHEN profit IS NOT NULL THEN p2 / (2e0 * profits) END AS p
  FROM ranked
),
scored AS (
  SELECT shared.*,
    1 + (5 * r2) / (2 * n) AS r_score,
    1 + (5 * f2) / (2 * n) AS f_score,
    1 + (5 * m2) / (2 * n) AS m_score,
    1 + (5 * v2) / (2 * n) AS v_score,
    CASE
      WHEN p IS NOT NULL THEN (40e0 * m + 25e0 * p + 10e0 * f + 10e0 * r + 5e0 * v) / 90e0 * 100e0
      ELSE (40e0 * m + 10e0 * f + 10e0 * r + 5e0 * v) / 65e0 * 100e0
    END AS score
  FROM shared
)
SELECT scored.*,
  ROW_NUMBER() OVER (ORDER BY score DESC, net DESC, account) AS by_score,
  ROW_NUMBER() OVER (ORDER BY COALESCE(p, m), net, account DESC) AS by_profit
FROM scored;

-- Pareto curve and concentration.
CREATE TEMP TABLE pareto AS
SELECT n, MIN(CASE WHEN cumulative * 10 >= total * 8 THEN position END) AS accounts_for_80,
  MAX(CASE WHEN position = (n * 20 + 99) / 100 THEN CAST(cumulative AS DOUBLE) / total END) AS top_20_share,
  SUM(CAST(net AS DOUBLE) / total * (CAST(net AS DOUBLE) / total)) AS herfindahl,
  SUM(CAST(n + 1 - 2 * position AS DOUBLE) * net) / (n * CAST(total AS DOUBLE)) AS gini
FROM judged CROSS JOIN (SELECT SUM(net) AS total FROM judged) AS sums
GROUP BY n, total;

-- Rising: not key, and with this year's growth once more the score of the last key account would be reached.
CREATE TEMP TABLE candidate AS
SELECT judged.*, threshold,
  CASE WHEN 1e0 + change > 3e0 THEN 3e0 ELSE 1e0 + change END AS factor
FROM judged
CROSS JOIN (SELECT MIN(score) AS threshold FROM judged WHERE by_score <= (n * 20 + 99) / 100 AND net > 0) AS last_key
WHERE NOT (by_score <= (n * 20 + 99) / 100 AND net > 0) AND net > 0 AND change > 0
  AND CASE
    WHEN p IS NOT NULL THEN (40e0 + 25e0 + 10e0 * f + 10e0 * r + 5e0 * v) / 90e0 * 100e0
    ELSE (40e0 + 10e0 * f + 10e0 * r + 5e0 * v) / 65e0 * 100e0
  END >= threshold;

-- Where the grown net sales and profits would stand among those of all.
CREATE TEMP TABLE grown AS
WITH target AS (
  SELECT account, CAST(TRUNC(net * factor) AS BIGINT) AS net,
    CASE WHEN profit > 0 THEN CAST(TRUNC(profit * factor) AS BIGINT) ELSE profit END AS profit
  FROM candidate
),
by_net AS (
  SELECT account, not_above, same
  FROM (
    SELECT account, SUM(one) OVER (ORDER BY value) AS not_above, SUM(one) OVER (PARTITION BY value) AS same
    FROM (SELECT CAST(NULL AS BIGINT) AS account, net AS value, 1 AS one FROM judged UNION ALL SELECT account, net, 0 FROM target) AS nets
  ) AS placed
  WHERE account IS NOT NULL
),
by_profit AS (
  SELECT account, not_above, same
  FROM (
    SELECT account, SUM(one) OVER (ORDER BY value) AS not_above, SUM(one) OVER (PARTITION BY value) AS same
    FROM (
      SELECT CAST(NULL AS BIGINT) AS account, profit AS value, 1 AS one FROM judged WHERE profit IS NOT NULL
      UNION ALL SELECT account, profit, 0 FROM target WHERE profit IS NOT NULL
    ) AS profits
  ) AS placed
  WHERE account IS NOT NULL
)
SELECT candidate.*,
  (2 * (by_net.not_above - by_net.same - CASE WHEN candidate.net < target.net THEN 1 ELSE 0 END)
    + (by_net.same - CASE WHEN candidate.net = target.net THEN 1 ELSE 0 END) + 1) / (2e0 * n) AS grown_m,
  (2 * (by_profit.not_above - by_profit.same - CASE WHEN candidate.profit < target.profit THEN 1 ELSE 0 END)
    + (by_profit.same - CASE WHEN candidate.profit = target.profit THEN 1 ELSE 0 END) + 1) / (2e0 * profits) AS grown_p
FROM candidate
JOIN target ON target.account = candidate.account
JOIN by_net ON by_net.account = candidate.account
LEFT JOIN by_profit ON by_profit.account = candidate.account;

CREATE TEMP TABLE rising AS
SELECT account FROM grown
WHERE CASE
    WHEN p IS NOT NULL THEN (40e0 * grown_m + 25e0 * grown_p + 10e0 * f + 10e0 * r + 5e0 * v) / 90e0 * 100e0
    ELSE (40e0 * grown_m + 10e0 * f + 10e0 * r + 5e0 * v) / 65e0 * 100e0
  END >= threshold;

-- The standing of every account with a line in either period; tiers: 1 key, 2 rising, 3 ordinary, 4 let-go.
CREATE TEMP TABLE standing AS
SELECT figure.account, figure.net, figure.previous_net, figure.returns, figure.first_day, figure.last_day, figure.quantity,
  figure.discount, figure.cost, figure.profit, figure.change, figure.lines, figure.previous_lines,
  judged.orders, judged.last_order_day, judged.variety, judged.r_score, judged.f_score, judged.m_score, judged.v_score,
  judged.sales_rank, judged.cumulative, judged.score, judged.position,
  CASE WHEN figure.previous_lines > 0 THEN RANK() OVER (PARTITION BY figure.previous_lines > 0 ORDER BY figure.previous_net DESC) END AS previous_rank,
  CASE
    WHEN judged.account IS NULL THEN 0
    WHEN judged.by_score <= (judged.n * 20 + 99) / 100 AND judged.net > 0 THEN 1
    WHEN rising.account IS NOT NULL THEN 2
    WHEN judged.by_profit <= (judged.n * 20 + 99) / 100 THEN 4
    ELSE 3
  END AS tier
FROM figure
LEFT JOIN judged ON judged.account = figure.account
LEFT JOIN rising ON rising.account = figure.account;

-- Five dimensions: two that lines carry, three that accounts carry (those need no line again). For the first two each engine has the
-- form that is quickest for it.
CREATE TEMP TABLE breakdown AS
SELECT dimension, grp, accounts, net, previous_accounts, previous_net,
  CAST(net AS DOUBLE) / SUM(net) OVER (PARTITION BY dimension) AS share,
  CASE WHEN previous_net > 0 THEN (CAST(net AS DOUBLE) - CAST(previous_net AS DOUBLE)) / CAST(previous_net AS DOUBLE) END AS change
FROM (
--@duckdb
  SELECT 1 AS dimension, place.province AS grp, COUNT(DISTINCT account) FILTER (WHERE day >= {from}) AS accounts,
    CAST(COALESCE(SUM(amount) FILTER (WHERE day >= {from}), 0) AS BIGINT) AS net,
    COUNT(DISTINCT account) FILTER (WHERE day < {from}) AS previous_accounts,
    CAST(COALESCE(SUM(amount) FILTER (WHERE day < {from}), 0) AS BIGINT) AS previous_net
  FROM line JOIN place ON place.id = line.place
  WHERE day BETWEEN {previous} AND {to}
  GROUP BY place.province
  UNION ALL
  SELECT 2, product.category, COUNT(DISTINCT account) FILTER (WHERE day >= {from}),
    CAST(COALESCE(SUM(amount) FILTER (WHERE day >= {from}), 0) AS BIGINT),
    COUNT(DISTINCT account) FILTER (WHERE day < {from}),
    CAST(COALESCE(SUM(amount) FILTER (WHERE day < {from}), 0) AS BIGINT)
  FROM line JOIN product ON product.id = line.product
  WHERE day BETWEEN {previous} AND {to}
  GROUP BY product.category
--@sqlite
  SELECT 1 AS dimension, grp, COUNT(*) FILTER (WHERE lines > 0) AS accounts, SUM(net) AS net,
    COUNT(*) FILTER (WHERE previous_lines > 0) AS previous_accounts, SUM(previous_net) AS previous_net
  FROM (
    SELECT place.province AS grp, account, SUM(lines) AS lines, SUM(net) AS net,
      SUM(previous_lines) AS previous_lines, SUM(previous_net) AS previous_net
    FROM (
      SELECT account, place, COUNT(*) FILTER (WHERE day >= {from}) AS lines, COALESCE(SUM(amount) FILTER (WHERE day >= {from}), 0) AS net,
        COUNT(*) FILTER (WHERE day < {from}) AS previous_lines, COALESCE(SUM(amount) FILTER (WHERE day < {from}), 0) AS previous_net
      FROM line INDEXED BY line_by_place WHERE day BETWEEN {previous} AND {to}
      GROUP BY account, place
    ) AS by_place JOIN place ON place.id = by_place.place
    GROUP BY place.province, account
  ) AS by_account GROUP BY grp
  UNION ALL
  SELECT 2, grp, COUNT(*) FILTER (WHERE lines > 0), SUM(net), COUNT(*) FILTER (WHERE previous_lines > 0), SUM(previous_net)
  FROM (
    SELECT product.category AS grp, account, SUM(lines) AS lines, SUM(net) AS net,
      SUM(previous_lines) AS previous_lines, SUM(previous_net) AS previous_net
    FROM (
      SELECT account, product, COUNT(*) FILTER (WHERE day >= {from}) AS lines, COALESCE(SUM(amount) FILTER (WHERE day >= {from}), 0) AS net,
        COUNT(*) FILTER (WHERE day < {from}) AS previous_lines, COALESCE(SUM(amount) FILTER (WHERE day < {from}), 0) AS previous_net
      FROM line INDEXED BY line_by_product WHERE day BETWEEN {previous} AND {to}
      GROUP BY account, product
    ) AS by_product JOIN product ON product.id = by_product.product
    GROUP BY product.category, account
  ) AS by_account GROUP BY grp
--@both
  UNION ALL
  SELECT 3, industry, COUNT(*) FILTER (WHERE lines > 0), CAST(SUM(net) AS BIGINT),
    COUNT(*) FILTER (WHERE previous_lines > 0), CAST(SUM(previous_net) AS BIGINT)
  FROM figure JOIN account ON account.id = figure.account GROUP BY industry
  UNION ALL
  SELECT 4, size, COUNT(*) FILTER (WHERE lines > 0), CAST(SUM(net) AS BIGINT),
    COUNT(*) FILTER (WHERE previous_lines > 0), CAST(SUM(previous_net) AS BIGINT)
  FROM figure JOIN account ON account.id = figure.account GROUP BY size
  UNION ALL
  SELECT 5, ownership, COUNT(*) FILTER (WHERE lines > 0), CAST(SUM(net) AS BIGINT),
    COUNT(*) FILTER (WHERE previous_lines > 0), CAST(SUM(previous_net) AS BIGINT)
  FROM figure JOIN account ON account.id = figure.account GROUP BY ownership
) AS grouped;

-- Extremes: 1 largest, 2 growth, 3 decline, the latter two from the median account of the comparison period on.
CREATE TEMP TABLE extreme AS
WITH median AS (
  SELECT AVG(previous_net) AS least
  FROM (SELECT previous_net, ROW_NUMBER() OVER (ORDER BY previous_net) AS i, COUNT(*) OVER () AS n FROM figure WHERE previous_lines > 0) AS sorted
  WHERE i IN ((n + 1) / 2, n / 2 + 1)
),
changed AS (SELECT account, previous_net, change FROM figure CROSS JOIN median WHERE previous_lines > 0 AND previous_net >= least)
SELECT 1 AS kind, position AS place, account FROM judged WHERE position <= 10
UNION ALL
SELECT 2, place, account
FROM (SELECT account, ROW_NUMBER() OVER (ORDER BY change DESC, previous_net DESC, account) AS place FROM changed WHERE change > 0) AS grown_most
WHERE place <= 10
UNION ALL
SELECT 3, place, account
FROM (SELECT account, ROW_NUMBER() OVER (ORDER BY change, previous_net DESC, account) AS place FROM changed WHERE change < 0) AS fallen_most
WHERE place <= 10;
