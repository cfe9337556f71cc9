using Jingke.Domain;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Something about a column that only a person can say.</summary>
/// <param name="Code">dates.ambiguous, dates.mixed, numbers.ambiguous or numbers.mixed.</param>
/// <param name="Field">The field.</param>
/// <param name="Column">The column as a person knows it.</param>
/// <param name="Example">A value that can be read in two ways.</param>
internal sealed record Question(string Code, Field Field, string Column, string Example);

/// <summary>What a discount column holds.</summary>
internal enum DiscountMeaning
{
    /// <summary>Money taken off.</summary>
    Amount,

    /// <summary>0 to 1: the part taken off.</summary>
    Rate,

    /// <summary>0 to 100: the part taken off, in percent.</summary>
    Percent,
}

/// <summary>How the values of a file are written, column by column.</summary>
internal sealed record Formats
{
    /// <summary>Order of day and month per date field; fields whose dates tell themselves are absent.</summary>
    public IReadOnlyDictionary<Field, DateOrder> DateOrders { get; init; } = new Dictionary<Field, DateOrder>();

    /// <summary>Decimal mark per number field; absent is a point.</summary>
    public IReadOnlyDictionary<Field, DecimalMark> Marks { get; init; } = new Dictionary<Field, DecimalMark>();

    /// <summary>Code fields whose every value ends in .0, which a program made of whole numbers; it is dropped.</summary>
    public IReadOnlySet<Field> FloatCodes { get; init; } = new HashSet<Field>();

    public DiscountMeaning Discount { get; init; }

    /// <summary>Whether a person gave the order of dates; then dates that contradict it are only rejected.</summary>
    public bool DateOrderGiven { get; init; }

    /// <summary>Whether bare numbers in date columns count from 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>What has to be asked before the file can be read.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    public DateOrder OrderOf(Field field) => DateOrders.GetValueOrDefault(field, DateOrder.Ymd);

    public DecimalMark MarkOf(Field field) => Marks.GetValueOrDefault(field, DecimalMark.Point);

    /// <summary>Refuses to go on while something has to be asked.</summary>
    /// <exception cref="RuleException">The code of the first question.</exception>
    public void RequireAnswered()
    {
        if (Questions is [var first, ..])
            throw new RuleException(first.Code, first.Column, first.Example);
    }
}
