using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Search;

/// <summary>On SQLite: a full-text table of the terms, asked for phrases, which are exact parts of a text.</summary>
internal sealed class SqliteSearchIndex : SearchIndex
{
    public override IQueryable<long> Matching(JingkeDbContext db, SearchQuery query) =>
        db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM account_terms WHERE account_terms MATCH {Expression(query)}");

    protected override async Task WriteAsync(
        DbTransaction transaction,
        long[] ids,
        IReadOnlyList<SearchEntry> entries,
        CancellationToken cancel
    )
    {
        // Deleting from the plain table also empties the other one, by a trigger.
        await using var remove = Command(transaction, "DELETE FROM search_entry WHERE account_id = $id", "$id");
        foreach (var id in ids)
            await RunAsync(remove, cancel, id);

        await using var entry = Command(transaction, "INSERT INTO search_entry VALUES ($id, $words, $pinyin)", "$id", "$words", "$pinyin");
        await using var terms = Command(transaction, "INSERT INTO account_terms (rowid, terms) VALUES ($id, $terms)", "$id", "$terms");
        await using var order = Command(transaction, "UPDATE account SET name_order = $order WHERE id = $id", "$order", "$id");
        foreach (var each in entries)
        {
            await RunAsync(order, cancel, each.NameOrder, each.AccountId);
            await RunAsync(entry, cancel, each.AccountId, each.Words, each.Pinyin);
            await RunAsync(terms, cancel, each.AccountId, string.Join(' ', each.Terms()));
        }
    }

    // Terms are letters and digits, so quoting cannot be broken out of.
    private static string Expression(SearchQuery query)
    {
        var expression = new StringBuilder();
        foreach (var word in query.Words)
        {
            expression.Append(expression.Length == 0 ? "(" : " AND (");
            if (SearchQuery.IsHead(word))
                expression.Append(SearchTerms.HeadOf(word));
            else
                Phrase(SearchTerms.Word, word);
            if (SearchQuery.MayBePinyin(word))
            {
                expression.Append(" OR ");
                Phrase(SearchTerms.Pinyin, word);
            }
            expression.Append(')');
        }
        return expression.ToString();

        void Phrase(char kind, string word) => expression.Append('"').AppendJoin(' ', SearchTerms.PairsOf(kind, word)).Append('"');
    }

    private static SqliteCommand Command(DbTransaction transaction, string sql, params string[] parameters)
    {
        var command = ((SqliteTransaction)transaction).Connection!.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static Task<int> RunAsync(DbCommand command, CancellationToken cancel, params object[] values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at];
        return command.ExecuteNonQueryAsync(cancel);
    }
}
