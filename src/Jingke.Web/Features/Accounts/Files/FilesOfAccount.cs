using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Files;

/// <summary>Files of an account: bring, read, remove. Each is written to the audit log.</summary>
internal sealed class FilesOfAccount(JingkeDbContext db, AttachmentFiles files, TimeProvider time)
{
    /// <summary>Most files of one account.</summary>
    public const int Most = 200;

    /// <summary>The files, the newest first. Whoever asks has made sure that the account is in scope.</summary>
    public Task<List<Attachment>> RunAsync(long accountId, CancellationToken cancel) =>
        db
            .Attachments.AsNoTracking()
            .Where(each => each.AccountId == accountId)
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);

    /// <summary>Keeps a file.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>attachment.missing</c>, <c>attachment.many</c> (most), or as
    /// <see cref="AttachmentFiles.StoreAsync"/></exception>
    public async Task<string> BringAsync(long accountId, IFormFile? file, CancellationToken cancel)
    {
        var account = await db.AccountToChangeAsync(accountId, cancel);
        if (file is null)
            throw new RuleException("attachment.missing");
        if (await db.Attachments.CountAsync(each => each.AccountId == accountId, cancel) >= Most)
            throw new RuleException("attachment.many", Most);

        var storedAs = await files.StoreAsync(file, cancel);
        try
        {
            var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
            db.Add(
                new Attachment
                {
                    AccountId = accountId,
                    FileName = name.Length <= 255 ? name : name[^255..],
                    Length = file.Length,
                    StoredAs = storedAs,
                    At = time.GetUtcNow().UtcDateTime,
                    ById = db.Viewer.UserId,
                }
            );
            Note("attached", accountId, account.Name, name);
            await db.SaveChangesAsync(cancel);
            return name;
        }
        catch
        {
            files.Remove(storedAs);
            throw;
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="NotFoundException">There is no such file in the viewer's scope, or its bytes are gone.</exception>
    /// <exception cref="RuleException"><c>attachment.sensitive</c> (name): it proves a hidden value that the viewer may not reveal.</exception>
    public async Task<(FileStream Content, string Name)> OpenAsync(long id, CancellationToken cancel)
    {
        var file =
            await db.Attachments.Include(each => each.Account).AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
            ?? throw new NotFoundException(nameof(Attachment), id);
        if (
            !db.Viewer.MayReveal(file.Account!)
            && await db.Facts.AnyAsync(fact => fact.AttachmentId == id && fact.Field!.IsSensitive, cancel)
        )
            throw new RuleException("attachment.sensitive", file.FileName);
        var content = files.Open(file.StoredAs) ?? throw new NotFoundException(nameof(Attachment), id);
        Note("downloaded", file.AccountId, file.Account?.Name ?? "", file.FileName);
        await db.SaveChangesAsync(cancel);
        return (content, file.FileName);
    }

    /// <summary>Removes a file; facts that it proves stay.</summary>
    /// <returns>The account and the file's name.</returns>
    /// <exception cref="NotFoundException">There is no such file in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    public async Task<(long AccountId, string Name)> RemoveAsync(long id, CancellationToken cancel)
    {
        var file =
            await db.Attachments.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(Attachment), id);
        var account = await db.AccountToChangeAsync(file.AccountId, cancel);
        db.Remove(file);
        Note("detached", account.Id, account.Name, file.FileName);
        await db.SaveChangesAsync(cancel);
        files.Remove(file.StoredAs);
        return (account.Id, file.FileName);
    }

    private void Note(string action, long accountId, string accountName, string file) =>
        db.Note(
            action,
            nameof(Domain.Accounts.Account),
            accountId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            accountName,
            details: new Dictionary<string, object?> { ["File"] = file }
        );
}
