using System.Text;
using ExcelDataReader;
using Jingke.Domain;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>
/// An xlsx or xls workbook that has been found safe to open. The library goes through every sheet once before its first row, so a
/// reader that is done with is kept for the next walk.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private readonly string path;
    private readonly bool zip;
    private IExcelDataReader? idle;

    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(string path, bool zip, bool countsDaysFrom1904)
    {
        this.path = path;
        this.zip = zip;
        CountsDaysFrom1904 = countsDaysFrom1904;
        SheetNames = Names();
    }

    /// <summary>Names of all sheets in their order.</summary>
    public IReadOnlyList<string> SheetNames { get; }

    public bool CountsDaysFrom1904 { get; }

    public static Workbook OpenZip(string path) => new(path, true, WorkbookParts.Check(path));

    public static Workbook OpenCompound(string path) => new(path, false, false);

    /// <summary>Walks through a sheet.</summary>
    public WorkbookRowReader OpenRows(int sheet)
    {
        var reader = Interlocked.Exchange(ref idle, null) ?? Create();
        try
        {
            reader.Reset();
            for (var i = 0; i < sheet; i++)
                reader.NextResult();
            return new WorkbookRowReader(reader, failure => Refusals.Of(path, failure), Keep);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose() => Interlocked.Exchange(ref idle, null)?.Dispose();

    private void Keep(IExcelDataReader reader) => Interlocked.Exchange(ref idle, reader)?.Dispose();

    private List<string> Names()
    {
        var reader = Create();
        List<string> names = [];
        do names.Add(reader.Name ?? "");
        while (reader.NextResult());
        Keep(reader);
        return names.Count > 0 ? names : throw new RuleException("file.no-rows", Path.GetFileName(path));
    }

    private IExcelDataReader Create()
    {
        var stream = SheetFile.OpenStream(path);
        try
        {
            var configuration = new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") };
            return zip
                ? ExcelReaderFactory.CreateOpenXmlReader(stream, configuration)
                : ExcelReaderFactory.CreateReader(stream, configuration);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
