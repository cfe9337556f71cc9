namespace Jingke.Domain.Facts;

/// <summary>
/// A value as facts store it. Text is written as given; numbers and amounts with a point and no separators; days as 2026-11-21; days of
/// the lunar calendar as 2026-10-03, a leap month as 2026-06+-03, without a year as --10-03; yes or no as <c>yes</c>, <c>no</c>; choices
/// as their keys, several with commas between; regions and industries as their codes; contacts, accounts and files as their identifiers.
/// </summary>
/// <param name="Text">The value.</param>
/// <param name="Number">Ten-thousandths of a number or amount, the day number of a day; null for other types.</param>
public readonly record struct FieldValue(string Text, long? Number = null);
