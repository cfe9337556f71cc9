using System.Security.Cryptography;
using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Data.Importing;

/// <summary>The files that people bring, kept below the data folder until some days after their import has ended.</summary>
internal sealed class ImportFiles(JingkeOptions options)
{
    /// <summary>A file that has come.</summary>
    /// <param name="Name">Its name as the person knows it.</param>
    /// <param name="StoredAs">Where it lies below the folder for imports.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Hash">SHA-256, upper-case hexadecimal.</param>
    internal sealed record Stored(string Name, string StoredAs, long Size, string Hash);

    /// <summary>The folder.</summary>
    public string Folder => Path.GetFullPath(Path.Combine(options.Data, "imports"));

    /// <summary>Writes a file to the disk as it comes in; never more of it is in memory than a buffer.</summary>
    /// <exception cref="RuleException"><c>import.too-large</c>, <c>file.empty</c>: nothing of it is kept.</exception>
    public async Task<Stored> StoreAsync(Stream content, string name, CancellationToken cancel)
    {
        var shown = SafeName(name);
        var storedAs = Path.Combine(Guid.NewGuid().ToString("N"), shown);
        var path = Path.Combine(Folder, storedAs);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var (size, hash) = await CopyAsync(content, path, shown, cancel);
            return size == 0 ? throw new RuleException("file.empty", shown) : new(shown, storedAs, size, hash);
        }
        catch
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
            throw;
        }
    }

    /// <summary>Removes a file; it may be gone already.</summary>
    public void Remove(string storedAs)
    {
        if (storedAs.Length > 0 && Path.GetDirectoryName(PathOf(storedAs)) is { } folder && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Removes every file that lies here since before an instant, but those that are still wanted.</summary>
    /// <returns>Number of files removed.</returns>
    public int RemoveAllBut(IEnumerable<string> wanted, DateTime before)
    {
        if (!Directory.Exists(Folder))
            return 0;
        var kept = wanted.Select(storedAs => Path.GetDirectoryName(PathOf(storedAs))).ToHashSet(StringComparer.Ordinal);
        var removed = 0;
        foreach (var folder in Directory.EnumerateDirectories(Folder).Where(folder => !kept.Contains(folder)).ToList())
            if (Directory.GetLastWriteTimeUtc(folder) < before)
            {
                Directory.Delete(folder, recursive: true);
                removed++;
            }
        return removed;
    }

    /// <summary>Opens the file of a batch as its mapping says.</summary>
    /// <exception cref="RuleException">file.*, or <c>import.file-gone</c>.</exception>
    public SheetFile Open(ImportBatch batch)
    {
        var mapping = batch.Mapping.Length == 0 ? new Mapping() : Mapping.Parse(batch.Mapping);
        return Open(batch.FileName, batch.StoredAs, mapping);
    }

    /// <summary>Opens a stored file.</summary>
    public SheetFile Open(string name, string storedAs, Mapping mapping) =>
        storedAs.Length > 0 && File.Exists(PathOf(storedAs))
            ? SheetFile.Open(PathOf(storedAs), new SheetOptions(mapping.Encoding, mapping.Delimiter))
            : throw new RuleException("import.file-gone", name);

    /// <summary>Refuses a file that is no longer what was uploaded: half of it may be loaded from what it was.</summary>
    /// <exception cref="RuleException"><c>import.file-gone</c>, <c>import.file-changed</c></exception>
    public async Task CheckAsync(ImportBatch batch, CancellationToken cancel)
    {
        var file = new FileInfo(PathOf(batch.StoredAs));
        if (batch.StoredAs.Length == 0 || !file.Exists)
            throw new RuleException("import.file-gone", batch.FileName);
        await using var content = SheetFile.OpenStream(file.FullName);
        if (file.Length != batch.FileSize || Convert.ToHexString(await SHA256.HashDataAsync(content, cancel)) != batch.FileHash)
            throw new RuleException("import.file-changed", batch.FileName);
    }

    private string PathOf(string storedAs)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, storedAs));
        return path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new RuleException("import.file-gone", Path.GetFileName(storedAs));
    }

    private async Task<(long Size, string Hash)> CopyAsync(Stream content, string path, string name, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
        var buffer = new byte[1 << 17];
        var size = 0L;
        int count;
        while ((count = await content.ReadAsync(buffer, cancel)) > 0)
        {
            size += count;
            if (size > options.MaximumUploadBytes)
                throw new RuleException("import.too-large", name, options.MaximumUploadBytes >> 20);
            hash.AppendData(buffer, 0, count);
            await copy.WriteAsync(buffer.AsMemory(0, count), cancel);
        }
        return (size, Convert.ToHexString(hash.GetHashAndReset()));
    }

    // What a browser sends as a name may hold folders, or signs that no file system takes.
    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !"<>:\"|?*".Contains(c))).Trim().Trim('.');
        if (kept.Length == 0)
            return "file";
        var extension = Path.GetExtension(kept);
        return kept.Length <= 60 ? kept : kept[..(60 - Math.Min(10, extension.Length))] + extension[..Math.Min(10, extension.Length)];
    }
}
