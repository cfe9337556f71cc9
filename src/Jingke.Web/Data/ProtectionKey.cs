namespace Jingke.Web.Data;

/// <summary>A key of ASP.NET Core data protection, kept in the database so that every node reads the same cookies.</summary>
public sealed class ProtectionKey
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>The key as XML.</summary>
    public required string Xml { get; init; }
}
