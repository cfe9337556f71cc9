using System.ComponentModel.DataAnnotations;
using Jingke.Web.Common.Forms;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class FormCheckTests
{
    [Fact]
    public void A_value_that_could_not_be_read_is_told_beside_its_field_as_it_was_typed()
    {
        using var chinese = new InLanguage("zh-Hans");
        var state = Sent(
            new()
            {
                ["Input.Employees"] = "12a",
                ["Input.Since"] = "去年",
                ["Input.Name"] = "东海",
            }
        );

        FormCheck.Run(state, new Input { Name = "东海" }, "Input");

        Assert.Equal("“12a”不是整数。", state.Of("Input.Employees"));
        Assert.StartsWith("“去年”不是日期。", state.Of("Input.Since"));
        Assert.Null(state.Of("Input.Name"));
        Assert.Equal("12a", state.SentText("Input.Employees"));
    }

    [Fact]
    public void Attributes_are_worded_from_their_codes()
    {
        using var chinese = new InLanguage("zh-Hans");
        var state = Sent([]);

        FormCheck.Run(state, new Input { Note = "一二三四" }, "Input");

        Assert.Equal("请填写。", state.Of("Input.Name"));
        Assert.Equal("太长了，最多 3 个字。", state.Of("Input.Note"));
        Assert.Equal(2, state.FieldCount);
    }

    [Fact]
    public void An_empty_field_that_may_be_empty_is_right()
    {
        var state = Sent(new() { ["Input.Employees"] = " " });

        FormCheck.Run(state, new Input { Name = "东海" }, "Input");

        Assert.False(state.HasProblems);
    }

    [Fact]
    public void A_field_is_named_by_the_path_from_the_page()
    {
        var page = new Page { Input = new() { Name = "东海" } };

        var field = page.NameField();

        Assert.Equal(("Input.Name", "东海"), (field.Name, field.Value));
    }

    private static FormState Sent(Dictionary<string, string> fields)
    {
        var state = new FormState();
        state.Start(
            new FormCollection(fields.ToDictionary(pair => pair.Key, pair => new Microsoft.Extensions.Primitives.StringValues(pair.Value)))
        );
        return state;
    }

    private sealed class Page
    {
        public Input? Input { get; set; }

        public FieldName.Field NameField() => FieldName.Of((System.Linq.Expressions.Expression<Func<string?>>)(() => Input!.Name));
    }

    private sealed class Input
    {
        [Required(ErrorMessage = "required")]
        public string? Name { get; set; }

        [MaxLength(3, ErrorMessage = "too-long:{1}")]
        public string? Note { get; set; }

        public int? Employees { get; set; }

        public DateOnly? Since { get; set; }
    }
}
