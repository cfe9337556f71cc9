namespace Jingke.Web.Common.Forms;

/// <summary>What is wrong with a form that was sent: sentences beside fields, and one above for the form as a whole.</summary>
internal sealed class FormState
{
    private readonly Dictionary<string, string> byField = [];

    /// <summary>The sentence above the form; null when nothing concerns it as a whole.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was sent; null before anything was.</summary>
    public IFormCollection? Sent { get; private set; }

    /// <summary>How many fields are marked.</summary>
    public int FieldCount => byField.Count;

    /// <summary>Whether anything is wrong.</summary>
    public bool HasProblems => Problem is not null || byField.Count > 0;

    /// <summary>The sentence beside a field; null when it is right.</summary>
    /// <param name="field">The field's name in the form: "Input.Name".</param>
    public string? Of(string field) => byField.GetValueOrDefault(field);

    /// <summary>Says what is wrong with a field; the first sentence stays.</summary>
    public void Add(string field, string sentence) => byField.TryAdd(field, sentence);

    /// <summary>Says what is wrong with the form.</summary>
    public void Add(string sentence) => Problem ??= sentence;

    /// <summary>The text of a field as it was sent; null when nothing was.</summary>
    public string? SentText(string field) => Sent is not null && Sent.TryGetValue(field, out var values) ? values.ToString() : null;

    /// <summary>From now on fields show the values of the input, which the page has brought together with someone else's.</summary>
    public void ShowInput() => Sent = null;

    /// <summary>Starts to look at what was sent.</summary>
    public void Start(IFormCollection? sent)
    {
        Sent = sent;
        byField.Clear();
        Problem = null;
    }
}
