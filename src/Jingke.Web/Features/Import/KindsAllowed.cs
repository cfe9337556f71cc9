using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.Imports;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Features.Import;

/// <summary>Which kinds of files a person may bring: who keeps the books brings receivables and nothing else.</summary>
internal static class KindsAllowed
{
    /// <summary>Whether the person may bring files of any kind.</summary>
    public static bool BringsEverything(this Viewer viewer) => viewer.May(Permission.ImportEverything);

    /// <summary>Whether the person may bring such files, and follow and undo their imports.</summary>
    public static bool MayBring(this Viewer viewer, ImportKind kind) => kind == ImportKind.Receivables || viewer.BringsEverything();

    /// <summary>The imports that the person may follow.</summary>
    public static IQueryable<ImportBatch> Of(Viewer viewer, IQueryable<ImportBatch> batches) =>
        viewer.BringsEverything() ? batches : batches.Where(batch => batch.Kind == ImportKind.Receivables);

    /// <summary>Refuses a kind that the person may not bring.</summary>
    /// <exception cref="RuleException"><c>import.kind-not-allowed</c></exception>
    public static void RequireMayBring(this Viewer viewer, ImportKind kind)
    {
        if (!viewer.MayBring(kind))
            throw new RuleException("import.kind-not-allowed");
    }
}
