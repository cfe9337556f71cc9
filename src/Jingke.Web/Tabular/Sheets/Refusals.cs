using System.Xml;
using ExcelDataReader.Exceptions;
using Jingke.Domain;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Words what can go wrong with a file as a refusal that a person can act on.</summary>
internal static class Refusals
{
    /// <summary>Runs a step that touches a file.</summary>
    public static T Explain<T>(string path, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception failure) when (failure is not (RuleException or OutOfMemoryException or OperationCanceledException))
        {
            throw Of(path, failure);
        }
    }

    /// <summary>The refusal for a failure of the file system or of a library that reads files.</summary>
    public static Exception Of(string path, Exception failure)
    {
        var name = Path.GetFileName(path);
        return failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => new RuleException("file.not-found", path),
            UnauthorizedAccessException => new RuleException("file.no-permission", path),
            InvalidPasswordException => new RuleException("file.encrypted", name),
            EndOfStreamException => new RuleException("file.truncated", name),
            InvalidDataException { Message: var message } when message.Contains("truncated", StringComparison.OrdinalIgnoreCase) =>
                new RuleException("file.truncated", name),
            ExcelReaderException or XmlException or InvalidDataException => new RuleException("file.damaged", name),
            IOException => new RuleException("file.unreadable", name, failure.Message),
            // The workbook library meets damaged files with index, cast and null errors of all kinds.
            _ => new RuleException("file.damaged", name),
        };
    }
}
