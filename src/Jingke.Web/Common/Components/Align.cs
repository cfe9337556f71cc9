namespace Jingke.Web.Common.Components;

/// <summary>Where the content of a column stands.</summary>
public enum Align
{
    /// <summary>Text.</summary>
    Start,

    /// <summary>Figures.</summary>
    End,

    /// <summary>Marks.</summary>
    Center,
}

/// <summary>What a column does on a phone, where each row becomes a card.</summary>
public enum OnPhone
{
    /// <summary>Stands in the card with its header before it.</summary>
    Show,

    /// <summary>Is the heading of the card; usually the first column.</summary>
    Heading,

    /// <summary>Is left out; the row's own page has it.</summary>
    Hide,
}
