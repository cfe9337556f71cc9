namespace Jingke.Web.Features.Import.Working;

/// <summary>Another worker has taken a batch over, because this one did not show a sign of life for too long. Nothing more may be written.</summary>
internal sealed class LeaseLostException() : Exception("Another worker has taken the import over.");
