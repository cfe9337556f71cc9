using Jingke.Web.Data;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>What a chunk adds to the numbers of its batch.</summary>
internal sealed class BatchCounts
{
    public long Accepted { get; set; }

    public long Rejected { get; set; }

    public long Duplicate { get; set; }

    public long Updated { get; set; }

    public long Identical { get; set; }

    public long Unattributed { get; set; }

    public long RegionsUnrecognised { get; set; }

    public long AccountsCreated { get; set; }

    public long AccountsUpdated { get; set; }

    public long ContactsCreated { get; set; }

    public long ProductsCreated { get; set; }

    /// <summary>Moves the checkpoint of a batch and adds to its numbers, in the present transaction, if the worker still holds it.</summary>
    /// <exception cref="LeaseLostException">It does not.</exception>
    public static async Task AddAsync(JingkeDbContext db, long batch, Lease lease, BatchCounts add, long rowsDone, CancellationToken cancel)
    {
        var moved = await Staging.ExecuteAsync(
            db,
            """
            UPDATE import_batch SET
                read = @done, rows_done = @done,
                accepted = accepted + @accepted, rejected = rejected + @rejected, duplicate = duplicate + @duplicate,
                updated = updated + @updated, identical = identical + @identical, unattributed = unattributed + @unattributed,
                regions_unrecognised = regions_unrecognised + @regions, accounts_created = accounts_created + @accounts,
                accounts_updated = accounts_updated + @accountsUpdated, contacts_created = contacts_created + @contacts,
                products_created = products_created + @products, version = version + 1
            WHERE id = @batch AND lease_holder = @holder
            """,
            cancel,
            ("done", rowsDone),
            ("accepted", add.Accepted),
            ("rejected", add.Rejected),
            ("duplicate", add.Duplicate),
            ("updated", add.Updated),
            ("identical", add.Identical),
            ("unattributed", add.Unattributed),
            ("regions", add.RegionsUnrecognised),
            ("accounts", add.AccountsCreated),
            ("accountsUpdated", add.AccountsUpdated),
            ("contacts", add.ContactsCreated),
            ("products", add.ProductsCreated),
            ("batch", batch),
            ("holder", lease.Holder)
        );
        if (moved == 0)
            throw new LeaseLostException();
    }
}
