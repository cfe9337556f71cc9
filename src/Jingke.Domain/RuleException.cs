namespace Jingke.Domain;

/// <summary>
/// A refusal that the user can understand and act on. It carries a code and its arguments;
/// the words are made once, from resources, in the language of whoever reads them.
/// </summary>
/// <param name="code">Stable code in kebab case with the subject in front, e.g. <c>account.name-missing</c>.</param>
/// <param name="args">What the sentence needs to be concrete: names, values, limits, line numbers.</param>
public sealed class RuleException(string code, params object?[] args)
    : Exception(code + (args.Length > 0 ? ": " + string.Join(", ", args) : ""))
{
    /// <summary>Stable code, the key of the sentence in the resources.</summary>
    public string Code { get; } = code;

    /// <summary>Arguments of the sentence, in the order of its placeholders.</summary>
    public IReadOnlyList<object?> Args { get; } = args;
}
