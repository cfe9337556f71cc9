using Jingke.Web.Ledger.Churn;

namespace Jingke.Web.Features.Churn.List;

/// <summary>An account with what is said of its staying or going.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Name of who is responsible; empty for nobody.</param>
/// <param name="Figure">What is said of it.</param>
public sealed record ChurnRow(long Id, string Code, string Name, string Owner, ChurnFigure Figure);
