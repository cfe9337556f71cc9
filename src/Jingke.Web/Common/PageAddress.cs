using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Jingke.Web.Common;

/// <summary>
/// The address of a page, whose query says everything that one sees: filter, sort, tab, period, page. Immutable;
/// <see cref="With(string, string?)"/> gives the address of the same page with one thing changed.
/// </summary>
internal sealed class PageAddress
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> query;

    private PageAddress(string path, IReadOnlyList<KeyValuePair<string, string>> query) => (Path, this.query) = (path, query);

    /// <summary>The path, beginning with a slash, without query.</summary>
    public string Path { get; }

    /// <summary>The pairs of the query in their order, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => query;

    /// <summary>The address of the page being rendered.</summary>
    public static PageAddress Of(NavigationManager navigation) => Parse("/" + navigation.ToBaseRelativePath(navigation.Uri));

    /// <summary>The address of a request; of an endpoint that answers with what a page shows.</summary>
    public static PageAddress Of(HttpRequest request) => Parse(request.Path + request.QueryString.Value);

    /// <summary>Reads a path with query, such as "/accounts?sort=-sales&amp;page=2".</summary>
    public static PageAddress Parse(string address)
    {
        var fragment = address.IndexOf('#');
        if (fragment >= 0)
            address = address[..fragment];
        var mark = address.IndexOf('?');
        if (mark < 0)
            return new(address, []);

        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(address[mark..]))
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return new(address[..mark], pairs);
    }

    /// <summary>The first value of a name; null when the query has none.</summary>
    public string? Get(string name) => query.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>The first value of a name as a whole number; null when it is none.</summary>
    public int? Number(string name) =>
        int.TryParse(Get(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Which page of a list is asked for.</summary>
    public PageRequest Page => new(Number("page"), Number("size"));

    /// <summary>The same page with a value changed; null takes the name out. Any change but of the page itself leads to its first page.</summary>
    public PageAddress With(string name, string? value)
    {
        var kept = query.Where(pair => pair.Key != name && pair.Key != "page").ToList();
        if (!string.IsNullOrEmpty(value))
            kept.Add(new(name, value));
        return new(Path, kept);
    }

    /// <summary>The same page with other values of a name that may stand more than once. Leads to the first page.</summary>
    public PageAddress WithAll(string name, IEnumerable<string> values) =>
        new(Path, [.. With(name, null).query, .. values.Select(value => KeyValuePair.Create(name, value))]);

    /// <summary>All values of a name, in their order.</summary>
    public IEnumerable<string> GetAll(string name) => query.Where(pair => pair.Key == name).Select(pair => pair.Value);

    /// <summary>Whether another address is this one, with perhaps more in its query.</summary>
    public bool Covers(PageAddress other) => Path == other.Path && query.All(other.query.Contains);

    /// <summary>Another path with the same query; for exports and fragments of what is shown.</summary>
    public PageAddress At(string path) => new(path, query);

    /// <summary>The address as it stands in a link.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return text.ToString();
    }
}
