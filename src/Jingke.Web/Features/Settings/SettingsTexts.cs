namespace Jingke.Web.Features.Settings;

/// <summary>Words of the settings pages.</summary>
internal sealed class SettingsTexts;
