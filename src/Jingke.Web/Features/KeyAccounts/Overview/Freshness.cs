using Jingke.Domain.Evaluations;

namespace Jingke.Web.Features.KeyAccounts.Overview;

/// <summary>How far behind the figures are.</summary>
/// <param name="NewestOn">The newest line's day where that is long ago, else null.</param>
/// <param name="LastRun">The last evaluation; null before the first.</param>
/// <param name="IsBehind">Sales or rules changed since, or there was no evaluation yet.</param>
public sealed record Freshness(DateOnly? NewestOn, EvaluationRun? LastRun, bool IsBehind);
