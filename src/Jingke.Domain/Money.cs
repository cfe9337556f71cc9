namespace Jingke.Domain;

/// <summary>
/// An amount in the organisation's currency as a whole count of ten-thousandths: 12.30 yuan is 123,000.
/// Four decimals are kept because unit prices in order exports carry them; amounts are rounded only when shown.
/// </summary>
/// <param name="TenThousandths">The count. The range of a long allows about 922 trillion yuan.</param>
public readonly record struct Money(long TenThousandths) : IComparable<Money>
{
    /// <summary>How many ten-thousandths make one unit of the currency.</summary>
    public const long PerUnit = 10_000;

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The amount as a decimal number of currency units.</summary>
    public decimal Units => TenThousandths / (decimal)PerUnit;

    /// <summary>An amount from a decimal number of currency units, rounded half to even beyond four decimals.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money FromUnits(decimal units) => new(checked((long)Math.Round(units * PerUnit, MidpointRounding.ToEven)));

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.TenThousandths + right.TenThousandths));

    /// <summary>The difference of two amounts.</summary>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.TenThousandths - right.TenThousandths));

    /// <summary>Whether the left amount is the smaller one.</summary>
    public static bool operator <(Money left, Money right) => left.TenThousandths < right.TenThousandths;

    /// <summary>Whether the left amount is the greater one.</summary>
    public static bool operator >(Money left, Money right) => left.TenThousandths > right.TenThousandths;

    /// <summary>Whether the left amount is not the greater one.</summary>
    public static bool operator <=(Money left, Money right) => left.TenThousandths <= right.TenThousandths;

    /// <summary>Whether the left amount is not the smaller one.</summary>
    public static bool operator >=(Money left, Money right) => left.TenThousandths >= right.TenThousandths;

    /// <inheritdoc/>
    public int CompareTo(Money other) => TenThousandths.CompareTo(other.TenThousandths);
}
