namespace Jingke.Domain.Facts.Vetting;

/// <summary>The four tests that every fact has to pass.</summary>
public enum FactTest
{
    /// <summary>Is it about this customer as such, and within what customers like this show 代表性.</summary>
    Representative,

    /// <summary>Can its source be relied on 可靠性.</summary>
    Reliable,

    /// <summary>Does it agree with vetted facts, other fields and the books 一致性.</summary>
    Consistent,

    /// <summary>Is it young enough for its field 时效性.</summary>
    Timely,
}

/// <summary>How a test came out.</summary>
public enum TestResult
{
    /// <summary>Passed.</summary>
    Pass,

    /// <summary>A person is to be asked.</summary>
    Doubt,

    /// <summary>Failed: not to be shown as true.</summary>
    Fail,
}

/// <summary>The result of one test, with the sentence that says why.</summary>
/// <param name="Test">The test.</param>
/// <param name="Result">How it came out.</param>
/// <param name="Code">Key of the sentence, e.g. <c>outlier</c>.</param>
/// <param name="Args">What the sentence needs: numbers, days, <see cref="FieldValue"/>s, identifiers of channels.</param>
public sealed record Finding(FactTest Test, TestResult Result, string Code, params IReadOnlyList<object?> Args);
