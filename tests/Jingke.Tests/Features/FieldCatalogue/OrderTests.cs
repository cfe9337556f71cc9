using Jingke.Web.Features.FieldCatalogue;
using Xunit;

namespace Jingke.Tests.Features.FieldCatalogue;

public sealed class OrderTests
{
    [Theory]
    [InlineData(2, 1, "ACBD", 2)] // a swap touches two
    [InlineData(3, 0, "DABC", 4)]
    [InlineData(0, 2, "BCAD", 3)]
    [InlineData(1, 1, "ABCD", 0)]
    public void A_thing_takes_the_place_of_another_and_few_are_touched(int moved, int goal, string order, int touched)
    {
        var things = "ABCD".Select((letter, at) => new Thing(letter, at * 10)).ToArray();

        Order.Move(things, things[moved], things[goal], thing => thing.Position, (thing, to) => thing.MoveTo(to));

        Assert.Equal(order, string.Concat(things.OrderBy(thing => thing.Position).Select(thing => thing.Letter)));
        Assert.Equal(touched, things.Sum(thing => thing.Moves));
    }

    [Fact]
    public void Things_at_one_place_get_places_of_their_own()
    {
        var things = "ABC".Select(letter => new Thing(letter, 7)).ToArray();

        Order.Move(things, things[2], things[1], thing => thing.Position, (thing, to) => thing.MoveTo(to));

        Assert.Equal(
            [("A", 0), ("C", 1), ("B", 2)],
            things.OrderBy(thing => thing.Position).Select(thing => ($"{thing.Letter}", thing.Position))
        );
    }

    private sealed class Thing(char letter, int position)
    {
        public char Letter => letter;

        public int Position { get; private set; } = position;

        public int Moves { get; private set; }

        public void MoveTo(int to) => (Position, Moves) = (to, Moves + 1);
    }
}
