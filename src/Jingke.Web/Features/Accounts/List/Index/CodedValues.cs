namespace Jingke.Web.Features.Accounts.List.Index;

/// <summary>A column of values that repeat: one small number for each row, and each distinct value once. Number 0 stands for no value.</summary>
internal sealed class CodedValues<T>
{
    private readonly List<int> codes = [];
    private readonly List<T?> values = [default];
    private readonly Dictionary<ValueTuple<T>, int> codeOf = [];

    /// <summary>The number of each row.</summary>
    public ReadOnlySpan<int> Codes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(codes);

    /// <summary>Adds the value of the next row; null is no value.</summary>
    public void Add(T? value)
    {
        if (value is null)
        {
            codes.Add(0);
            return;
        }
        if (!codeOf.TryGetValue(new(value), out var code))
        {
            codeOf.Add(new(value), code = values.Count);
            values.Add(value);
        }
        codes.Add(code);
    }

    /// <summary>For each number whether its value is wanted; no value never is.</summary>
    public bool[] Where(Predicate<T> isWanted)
    {
        var wanted = new bool[values.Count];
        for (var code = 1; code < wanted.Length; code++)
            wanted[code] = isWanted(values[code]!);
        return wanted;
    }

    /// <summary>For each number whether it stands for no value.</summary>
    public bool[] Missing()
    {
        var wanted = new bool[values.Count];
        wanted[0] = true;
        return wanted;
    }
}
