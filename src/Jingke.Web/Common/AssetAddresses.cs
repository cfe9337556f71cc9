using Microsoft.AspNetCore.Components;

namespace Jingke.Web.Common;

/// <summary>
/// Addresses of our files with their fingerprint, so that browsers keep them for good. The framework tells them only to pages;
/// fragments and answers to problems need the same ones.
/// </summary>
internal sealed class AssetAddresses(EndpointDataSource endpoints)
{
    private ResourceAssetCollection? assets;

    /// <summary>The address of a file of wwwroot, beginning with a slash.</summary>
    public string this[string path] => "/" + (assets ??= Find())[path];

    private ResourceAssetCollection Find() =>
        endpoints
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>())
            .FirstOrDefault(found => found is not null)
        ?? ResourceAssetCollection.Empty;
}
