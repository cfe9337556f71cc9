namespace Jingke.Web.Features.Accounts.People;

/// <summary>A person in a picture, or an empty place for one.</summary>
/// <param name="Id">The contact; null for an empty place.</param>
/// <param name="Name">The first line: the name, or the question that the place asks.</param>
/// <param name="Lines">What stands below.</param>
/// <param name="Tone">How it looks: <c>supports</c>, <c>neutral</c>, <c>opposes</c>, <c>unknown</c>, <c>plain</c> or <c>empty</c>.</param>
/// <param name="Sign">The sign of the tone, so that colour is never alone; empty for none.</param>
/// <param name="Label">Everything in one sentence, for screen readers.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
public sealed record PictureCard(long? Id, string Name, IReadOnlyList<string> Lines, string Tone, string Sign, string Label, string? Href);

/// <summary>People that stand on one level, under a heading.</summary>
public sealed record PictureLayer(string Heading, IReadOnlyList<PictureCard> Cards);

/// <summary>A line between two people.</summary>
/// <param name="FromId">The contact where it begins.</param>
/// <param name="ToId">The contact where it ends.</param>
/// <param name="IsDirected">Whether an arrow stands at its end.</param>
/// <param name="IsAgainst">Whether the two are against each other.</param>
public sealed record PictureLine(long FromId, long ToId, bool IsDirected, bool IsAgainst);
