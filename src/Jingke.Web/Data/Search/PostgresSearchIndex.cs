using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jingke.Web.Data.Search;

/// <summary>On PostgreSQL: an array of the terms with a GIN index; what holds all terms of a word is checked against the text.</summary>
internal sealed class PostgresSearchIndex : SearchIndex
{
    public override IQueryable<long> Matching(JingkeDbContext db, SearchQuery query)
    {
        var sql = new StringBuilder("SELECT account_id AS \"Value\" FROM search_entry WHERE ");
        var values = new List<object>();
        for (var at = 0; at < query.Words.Count; at++)
        {
            var word = query.Words[at];
            sql.Append(at == 0 ? "(" : " AND (");
            if (SearchQuery.IsHead(word))
                sql.Append("terms @> ").Append(Value((string[])[SearchTerms.HeadOf(word)]));
            else
                Holds(SearchTerms.Word, "words", word);
            if (SearchQuery.MayBePinyin(word))
            {
                sql.Append(" OR ");
                Holds(SearchTerms.Pinyin, "pinyin", word);
            }
            sql.Append(')');
        }
        return db.Database.SqlQueryRaw<long>(sql.ToString(), [.. values]);

        void Holds(char kind, string column, string word) =>
            sql.Append("terms @> ")
                .Append(Value(SearchTerms.PairsOf(kind, word).Distinct().ToArray()))
                .Append(CultureInfo.InvariantCulture, $" AND strpos({column}, ")
                .Append(Value(word))
                .Append(") > 0");

        string Value(object value)
        {
            values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"{{{values.Count - 1}}}");
        }
    }

    protected override async Task WriteAsync(
        DbTransaction transaction,
        long[] ids,
        IReadOnlyList<SearchEntry> entries,
        CancellationToken cancel
    )
    {
        var connection = ((NpgsqlTransaction)transaction).Connection!;
        await using var remove = new NpgsqlCommand("DELETE FROM search_entry WHERE account_id = ANY ($1)", connection);
        remove.Parameters.Add(new() { Value = ids });
        await remove.ExecuteNonQueryAsync(cancel);
        if (entries.Count == 0)
            return;

        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO search_entry (account_id, words, pinyin, terms)
            SELECT id, words, pinyin, string_to_array(terms, ' ') FROM unnest($1, $2, $3, $4) AS entry (id, words, pinyin, terms)
            """,
            connection
        );
        insert.Parameters.Add(new() { Value = entries.Select(entry => entry.AccountId).ToArray() });
        insert.Parameters.Add(new() { Value = entries.Select(entry => entry.Words).ToArray() });
        insert.Parameters.Add(new() { Value = entries.Select(entry => entry.Pinyin).ToArray() });
        insert.Parameters.Add(new() { Value = entries.Select(entry => string.Join(' ', entry.Terms().Distinct())).ToArray() });
        await insert.ExecuteNonQueryAsync(cancel);

        await using var order = new NpgsqlCommand(
            "UPDATE account SET name_order = entry.name_order FROM unnest($1, $2) AS entry (id, name_order) WHERE account.id = entry.id",
            connection
        );
        order.Parameters.Add(new() { Value = entries.Select(entry => entry.AccountId).ToArray() });
        order.Parameters.Add(new() { Value = entries.Select(entry => entry.NameOrder).ToArray() });
        await order.ExecuteNonQueryAsync(cancel);
    }
}
