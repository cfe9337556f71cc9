namespace Jingke.Web.Common.Components;

/// <summary>How grave a note is.</summary>
public enum NoteKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Needs attention.</summary>
    Warning,

    /// <summary>Something was refused or went wrong.</summary>
    Danger,
}
