using System.ComponentModel.DataAnnotations;
using Jingke.Domain.Accounts;

namespace Jingke.Web.Features.Accounts.Decision;

/// <summary>A competitor as a form gives it.</summary>
public sealed class CompetitorInput
{
    /// <summary>Its name.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(Competitor.MaximumNameLength, ErrorMessage = "too-long:200")]
    public string? Name { get; set; }

    /// <summary>What it sells or offers to the account.</summary>
    [MaxLength(1_000, ErrorMessage = "too-long:1000")]
    public string? Offers { get; set; }

    /// <summary>What it is good at.</summary>
    [MaxLength(1_000, ErrorMessage = "too-long:1000")]
    public string? Strengths { get; set; }

    /// <summary>Where it is weak.</summary>
    [MaxLength(1_000, ErrorMessage = "too-long:1000")]
    public string? Weaknesses { get; set; }

    /// <summary>How our price compares.</summary>
    public Standing? Price { get; set; }

    /// <summary>How our quality compares.</summary>
    public Standing? Quality { get; set; }

    /// <summary>How our service compares.</summary>
    public Standing? Service { get; set; }

    /// <summary>How our delivery compares.</summary>
    public Standing? Delivery { get; set; }

    /// <summary>How our relations to the account compare.</summary>
    public Standing? Relationship { get; set; }

    /// <summary>The version that was edited; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>The fields as they are.</summary>
    internal static CompetitorInput Of(Competitor competitor) =>
        new()
        {
            Name = competitor.Name,
            Offers = competitor.Offers,
            Strengths = competitor.Strengths,
            Weaknesses = competitor.Weaknesses,
            Price = competitor.Price,
            Quality = competitor.Quality,
            Service = competitor.Service,
            Delivery = competitor.Delivery,
            Relationship = competitor.Relationship,
            Version = competitor.Version,
        };

    /// <summary>How we compare, respect by respect, in the order in which people read them.</summary>
    internal static IEnumerable<(string Aspect, Standing? Standing)> StandingsOf(Competitor competitor) =>
        [
            (nameof(Price), competitor.Price),
            (nameof(Quality), competitor.Quality),
            (nameof(Service), competitor.Service),
            (nameof(Delivery), competitor.Delivery),
            (nameof(Relationship), competitor.Relationship),
        ];
}
