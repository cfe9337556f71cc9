namespace Jingke.Web.Features.AuditLog;

/// <summary>Words of the audit log: <c>AuditLogTexts.resx</c> and its two translations.</summary>
internal sealed class AuditLogTexts;
