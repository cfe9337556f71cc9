namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Places of things in a list that people put in order by hand.</summary>
internal static class Order
{
    /// <summary>Moves a thing to where another stands. Only what really changes its place is written, so that few things are touched.</summary>
    /// <param name="inOrder">All things, in order.</param>
    /// <param name="moved">The thing that moves.</param>
    /// <param name="goal">The thing whose place it takes.</param>
    /// <param name="position">Where a thing stands.</param>
    /// <param name="moveTo">Puts a thing at a place.</param>
    public static void Move<T>(IReadOnlyList<T> inOrder, T moved, T goal, Func<T, int> position, Action<T, int> moveTo)
        where T : class
    {
        var places = inOrder.Select(position).ToList();
        var distinct = places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);
        var place = inOrder.ToList().IndexOf(goal);
        var next = inOrder.Where(each => each != moved).ToList();
        next.Insert(place, moved);
        for (var at = 0; at < next.Count; at++)
        {
            var wanted = distinct ? places[at] : at;
            if (position(next[at]) != wanted)
                moveTo(next[at], wanted);
        }
    }
}
