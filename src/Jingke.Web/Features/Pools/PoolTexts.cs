namespace Jingke.Web.Features.Pools;

/// <summary>Words of the pages of public pools.</summary>
internal sealed class PoolTexts;
