using System.Globalization;

namespace Jingke.Tests.Common;

/// <summary>The language of a block of a test.</summary>
internal sealed class InLanguage : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public InLanguage(string code) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(code);

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}
