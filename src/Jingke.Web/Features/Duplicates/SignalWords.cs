using Jingke.Domain.Duplicates;
using Jingke.Domain.Reference;
using Jingke.Web.Common.Languages;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Duplicates;

/// <summary>Says why two accounts may be one customer, or why not.</summary>
internal sealed class SignalWords(IStringLocalizer<DuplicateTexts> words)
{
    /// <summary>A sentence; without what matched where that may not be shown.</summary>
    public string Of(MatchSignal signal)
    {
        if (signal.Args.Count == 0)
            return words[$"Signal.{signal.Code}.quiet"];
        object[] args =
            signal.Code == MatchSignals.RegionDiffers ? [.. signal.Args.Select(Region)]
            : signal.Code == MatchSignals.BranchDiffers || signal.Code is MatchSignals.NameTypo or MatchSignals.NumberDiffers
                ? [.. signal.Args.Select(text => text.Length == 0 ? words["Nothing"].Value : text)]
            : [.. signal.Args];
        return words[$"Signal.{signal.Code}", args];
    }

    private static string Region(string code) => Divisions.Find(code)?.NameIn(Language.Current.Code) ?? code;
}
