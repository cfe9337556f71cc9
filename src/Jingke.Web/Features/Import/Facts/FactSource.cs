using Jingke.Domain.Facts;
using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data.Facts;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.Facts;

/// <summary>Where the facts of a file come from: the channel and the day that a person has said, else an imported file of the day it came.</summary>
/// <param name="Origin">The origin of each fact.</param>
/// <param name="At">When they are written down.</param>
/// <param name="ById">Who brought the file.</param>
/// <param name="IsSaid">Whether channel or day was said, so that it holds for the columns of new accounts too.</param>
internal sealed record FactSource(FactOrigin Origin, DateTime At, Guid? ById, bool IsSaid)
{
    /// <summary>The source of a file.</summary>
    public static FactSource Of(ImportBatch batch, Mapping mapping, Catalogue catalogue, Clock clock)
    {
        var usual = catalogue.Channel(EarlierValues.ImportedFile) ?? catalogue.DefaultChannel;
        var channel = catalogue.Channel(mapping.Channel ?? "") ?? usual;
        var came = DateOnly.FromDateTime(clock.ToLocal(batch.CreatedAt));
        // A day to come is a slip; nobody can know it yet.
        var day = mapping.ObservedOn is { } said && said <= came ? said : came;
        return new(
            // The channel's grade says what the file is worth; its rows were written by whoever made it.
            new(channel.Id, IsFirstHand: true, day) { ImportBatchId = batch.Id },
            batch.StartedAt ?? batch.CreatedAt,
            batch.CreatedById,
            channel.Id != usual.Id || day != came
        );
    }
}
