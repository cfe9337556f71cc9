using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Breakdowns;

/// <summary>Says in which group a line lies. Loops over many lines use the typed forms, which the compiler can inline.</summary>
internal sealed class LineGroups(SalesLedger ledger, Grouping grouping)
{
    private readonly int[]? products = ledger.Columns.Product;
    private readonly ushort[]? places = ledger.Columns.Place;

    /// <summary>True when all lines of an account lie in one group.</summary>
    public bool OnePerAccount =>
        grouping.By switch
        {
            Grouping.GroupedBy.Product => products is null,
            Grouping.GroupedBy.Place => places is null,
            _ => true,
        };

    /// <summary>Group of a line of this account.</summary>
    public int Of(int account, int line) =>
        grouping.By switch
        {
            Grouping.GroupedBy.Product => products is null ? grouping.Map[0] : grouping.Map[products[line]],
            Grouping.GroupedBy.Place when places is not null && places[line] != 0 => grouping.Map[places[line]],
            _ => OfAccount(account),
        };

    /// <summary>Group of the lines of this account that name no place or product of their own.</summary>
    public int OfAccount(int account) =>
        grouping.By switch
        {
            Grouping.GroupedBy.Product => grouping.Map[0],
            Grouping.GroupedBy.Place => grouping.Map[ledger.Accounts.Places[account]],
            _ => grouping.Map[account],
        };

    /// <summary>How a loop asks for the group of a line: a struct, so that the loop is compiled for it.</summary>
    public interface IGroupOf
    {
        int Of(int line);
    }

    public readonly struct ByProduct(int[] products, int[] map) : IGroupOf
    {
        public int Of(int line) => map[products[line]];
    }

    public readonly struct ByPlace(ushort[] places, int[] map, int ofAccount) : IGroupOf
    {
        public int Of(int line) => places[line] == 0 ? ofAccount : map[places[line]];
    }

    public ByProduct Products => new(products!, grouping.Map);

    public ByPlace PlacesOf(int account) => new(places!, grouping.Map, OfAccount(account));

    public bool IsByProduct => grouping.By == Grouping.GroupedBy.Product;
}
