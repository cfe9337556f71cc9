namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>One thing that is held on a person.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="What">What it is.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="IsHidden">Whether it is shown to those only who gave a reason.</param>
/// <param name="Origin">Where it comes from; null where that is not known.</param>
/// <param name="On">Of when it is.</param>
/// <param name="At">When it was recorded or happened.</param>
/// <param name="Who">Who recorded or did it; null for nobody in particular.</param>
public sealed record HeldItem(
    HeldKind Kind,
    string What,
    string Value,
    bool IsHidden = false,
    string? Origin = null,
    DateOnly? On = null,
    DateTime? At = null,
    string? Who = null
);

/// <summary>Sorts of things that are held on a person, in the order of the page.</summary>
public enum HeldKind
{
    /// <summary>Name, position, how they can be reached.</summary>
    Details,

    /// <summary>Facts of the personal card.</summary>
    Facts,

    /// <summary>How they stand to others, what they bought with others, where the account's facts name them.</summary>
    Relations,

    /// <summary>Follow-ups with them or naming them, and to-dos.</summary>
    FollowUps,

    /// <summary>Purposes and grounds.</summary>
    Consents,

    /// <summary>Who recorded, changed, looked at or took out what.</summary>
    Acts,
}
