namespace Jingke.Web.Features.SetUp;

/// <summary>Words of the set-up pages.</summary>
internal sealed class SetUpTexts;
