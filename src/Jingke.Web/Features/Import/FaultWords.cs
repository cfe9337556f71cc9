using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import;

/// <summary>Keeps the arguments of a refusal, and words it for whoever reads it later in whatever language.</summary>
internal static class FaultWords
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Arguments as a JSON array: text and numbers as they are, fields and inner refusals so that they can be worded again.</summary>
    public static string Write(IReadOnlyList<object?> args) => new JsonArray([.. args.Select(Node)]).ToJsonString(Json);

    /// <summary>The sentence of a code with arguments that <see cref="Write"/> has kept.</summary>
    public static string Say(string code, string args) =>
        Say(code, args.Length == 0 ? [] : [.. JsonNode.Parse(args)!.AsArray().Select(Value)]);

    /// <summary>The sentence of a refusal.</summary>
    public static string Say(RuleException fault) => ProblemWords.Of(fault);

    private static string Say(string code, object?[] args) => ProblemWords.Of(code, args);

    private static JsonNode? Node(object? arg) =>
        arg switch
        {
            null => null,
            RuleException inner => new JsonObject { ["code"] = inner.Code, ["args"] = new JsonArray([.. inner.Args.Select(Node)]) },
            Field field => new JsonObject { ["fields"] = new JsonArray(field.ToString()) },
            Field[] fields => new JsonObject
            {
                ["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field.ToString()))]),
            },
            int number => JsonValue.Create((long)number),
            long number => JsonValue.Create(number),
            _ => JsonValue.Create(arg.ToString()),
        };

    private static object? Value(JsonNode? node) =>
        node switch
        {
            JsonObject inner when inner["code"] is { } code => new RuleException(
                code.GetValue<string>(),
                [.. inner["args"]!.AsArray().Select(Value)]
            ),
            JsonObject fields => fields["fields"]!.AsArray().Select(field => Enum.Parse<Field>(field!.GetValue<string>())).ToArray(),
            JsonValue value when value.TryGetValue<long>(out var number) => number,
            JsonValue value => value.GetValue<string>(),
            _ => null,
        };
}
