namespace Jingke.Domain.Facts.Vetting;

/// <summary>One field of one account, or of one of its contacts.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="ContactId">The contact; null for a field of the account.</param>
public readonly record struct SlotKey(long FieldId, long? ContactId = null);
