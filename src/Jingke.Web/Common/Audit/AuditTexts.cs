namespace Jingke.Web.Common.Audit;

/// <summary>Words of the audit trail: <c>AuditTexts.resx</c> and its two translations.</summary>
internal sealed class AuditTexts;
