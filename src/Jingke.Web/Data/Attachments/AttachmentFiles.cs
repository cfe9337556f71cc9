using Jingke.Domain;

namespace Jingke.Web.Data.Attachments;

/// <summary>The bytes of files that belong to accounts, below the data folder under names that nobody chooses.</summary>
internal sealed class AttachmentFiles(JingkeOptions options)
{
    /// <summary>Largest file in bytes.</summary>
    public const long MaximumBytes = 20 << 20;

    /// <summary>Kinds of files that are taken: documents and pictures, nothing that runs.</summary>
    public static readonly string[] Extensions =
    [
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".txt",
        ".csv",
        ".jpg",
        ".jpeg",
        ".png",
        ".webp",
        ".heic",
    ];

    private string Folder => Path.GetFullPath(Path.Combine(options.Data, "attachments"));

    /// <summary>Writes a file.</summary>
    /// <returns>The name it is stored under.</returns>
    /// <exception cref="RuleException"><c>attachment.empty</c>, <c>attachment.large</c> (megabytes), <c>attachment.kind</c> (extension)</exception>
    public async Task<string> StoreAsync(IFormFile file, CancellationToken cancel)
    {
        var extension = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (!Extensions.Contains(extension))
            throw new RuleException("attachment.kind", extension.Length == 0 ? file.FileName : extension);
        if (file.Length == 0)
            throw new RuleException("attachment.empty", file.FileName);
        if (file.Length > MaximumBytes)
            throw new RuleException("attachment.large", file.FileName, MaximumBytes >> 20);

        Directory.CreateDirectory(Folder);
        var name = $"{Guid.NewGuid():N}{extension}";
        try
        {
            await using var copy = new FileStream(Path.Combine(Folder, name), FileMode.CreateNew, FileAccess.Write);
            await file.CopyToAsync(copy, cancel);
        }
        catch
        {
            Remove(name);
            throw;
        }
        return name;
    }

    /// <summary>Opens a file; null when it is not there.</summary>
    public FileStream? Open(string storedAs) =>
        File.Exists(PathOf(storedAs)) ? new FileStream(PathOf(storedAs), FileMode.Open, FileAccess.Read, FileShare.Read) : null;

    /// <summary>Removes a file; it may be gone already.</summary>
    public void Remove(string storedAs) => File.Delete(PathOf(storedAs));

    /// <summary>Removes files since before an instant that belong to nothing: those of accounts that were removed for good.</summary>
    /// <returns>Number of files removed.</returns>
    public int RemoveAllBut(IReadOnlySet<string> wanted, DateTime before)
    {
        if (!Directory.Exists(Folder))
            return 0;
        var removed = 0;
        foreach (var path in Directory.EnumerateFiles(Folder).ToList())
            if (!wanted.Contains(Path.GetFileName(path)) && File.GetLastWriteTimeUtc(path) < before)
            {
                File.Delete(path);
                removed++;
            }
        return removed;
    }

    // A stored name is one of ours: it has no folders in it.
    private string PathOf(string storedAs) => Path.Combine(Folder, Path.GetFileName(storedAs));
}
