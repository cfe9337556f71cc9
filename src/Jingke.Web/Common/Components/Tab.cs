namespace Jingke.Web.Common.Components;

/// <summary>One of several views.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address.</param>
/// <param name="Count">How many things are in it; null when that says nothing.</param>
public sealed record Tab(string Text, string Href, long? Count = null);
