using Jingke.Domain;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Refuses a packed file that unpacks to more than any table would hold.</summary>
internal sealed class CappedStream(Stream inner, long limit, string name) : Stream
{
    private long taken;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => taken;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        taken += length;
        return taken <= limit ? length : throw new RuleException("file.unpacks-too-large", name);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
