namespace Jingke.Web.Features.SampleData;

/// <summary>Words of the sample data page.</summary>
internal sealed class SampleTexts;
