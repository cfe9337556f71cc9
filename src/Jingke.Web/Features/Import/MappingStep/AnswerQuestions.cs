using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.MappingStep;

/// <summary>Takes the answer to what a dry run could not decide, and starts it again.</summary>
internal sealed class AnswerQuestions(JingkeDbContext db)
{
    /// <summary>An answer that is not given leaves what was said before.</summary>
    public async Task RunAsync(long id, string? dateOrder, string? decimalMark, CancellationToken cancel)
    {
        var batch = await db.ImportBatches.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(ImportBatch), id);
        db.Viewer.RequireMayBring(batch.Kind);
        var mapping = Mapping.Parse(batch.Mapping);
        mapping = mapping with
        {
            DateOrder = dateOrder is "ymd" or "dmy" or "mdy" ? dateOrder : mapping.DateOrder,
            Decimal = decimalMark is "point" or "comma" ? decimalMark : mapping.Decimal,
        };
        batch.AskForCheck();
        batch.Mapping = mapping.ToJson();
        await db.SaveChangesAsync(cancel);
    }
}
