using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Facts;
using Xunit;

namespace Jingke.Tests.Data.Facts;

/// <summary>The fields and channels that the product comes with.</summary>
public sealed class DefaultCatalogueTests
{
    private static readonly List<FieldDefinition> Fields = [.. DefaultCatalogue.Fields()];

    /// <summary>What the sales managers' own lists ask to know about a company, a household and a person, and the fields that hold it.</summary>
    public static TheoryData<string, string[]> Asked =>
        new()
        {
            // The customer card: basics.
            { "address and telephone", ["address", "phone"] },
            { "owner, operator, legal representative", ["business-owner", "chief-executive", "legal-representative"] },
            { "form of organisation", ["organisation-form"] },
            { "character, hobbies, education, age of the people", ["character", "hobbies", "education", "age"] },
            { "founding, start of trading, assets", ["founded-on", "founding-story", "started-trading-on", "total-assets"] },
            // Traits.
            { "service area, sales ability, potential", ["service-area", "sales-ability", "development-potential"] },
            { "philosophy, direction, policy, plans", ["business-philosophy", "business-direction", "business-policy", "business-plan"] },
            { "what is special, mission", ["business-characteristics", "company-mission"] },
            { "influence in industry or region", ["influence"] },
            // Business state.
            { "performance", ["annual-revenue", "revenue-trend"] },
            { "quality of management and sales staff", ["management-quality", "sales-staff-quality"] },
            { "relation to competitors and to us, attitude", ["relation-to-competitors", "relation-to-us", "cooperation-attitude"] },
            // Trading state.
            { "present sales, problems, strengths, strategy", ["current-sales", "problems", "strengths", "future-strategy"] },
            { "image, reputation, credit, terms", ["public-image", "reputation", "credit-grade", "trading-terms"] },
            // Company and industry.
            { "competitors, market share, economy", ["rivals-of-customer", "market-share", "economic-climate"] },
            { "problems, chances, trends, technology", ["industry-issues", "industry-trends"] },
            { "region, industry, ownership, size, scale of purchases", ["region", "industry", "ownership", "size", "purchase-scale"] },
            // The person.
            { "gender, profession, home, family", ["gender", "profession", "home-address", "family"] },
            { "interests, hobbies, relations, habits", ["hobbies", "relations", "habits", "after-work"] },
            { "birthday, solar or lunar", ["birthday", "lunar-birthday"] },
            { "job history and social media", ["job-history", "social-media", "wechat"] },
            // Buying.
            {
                "budget, initiator, decider, process, timing",
                ["budget", "purchase-initiator", "decision-maker", "decision-process", "purchase-timing"]
            },
            { "competitors and how we compare", ["competitors-in-use", "compared-with-competitors"] },
            { "frequency, amount, kinds", ["purchase-frequency", "annual-purchases", "purchase-volume", "products-bought"] },
            { "bargaining, concerns, habits, needs", ["bargaining-power", "concerns", "buying-habits", "needs", "product-use"] },
            // The scorecard of the operating state.
            {
                "direction, market strategy, scale, capital",
                ["direction-outlook", "market-strategy", "production-scale", "capital-strength"]
            },
            { "staff, equipment, technology, management", ["staff-quality", "equipment", "technology", "management-ability"] },
            { "growth, profit, solvency, safety", ["growth-outlook", "profitability", "solvency", "financial-safety"] },
            { "what one sees and what others write", ["site-impression", "media-coverage", "operating-news"] },
            // The scorecard of credit.
            { "assets, financing, limit, term", ["funds-and-assets", "investment-and-financing", "credit-limit", "credit-days"] },
            {
                "operator, staff, stability, customers",
                ["operator-standing", "sales-staff-standing", "business-stability", "customer-quality"]
            },
            {
                "willingness, turnover, peers, bank, history",
                ["willingness-to-trade", "stock-turnover", "opinion-of-peers", "opinion-of-bank", "history-with-us"]
            },
            { "investigation", ["credit-investigation", "credit-report"] },
            // The household.
            { "income, home, members, interests", ["household-income", "home-kind", "family-members", "members-interests"] },
            { "joint decisions and purchases, spending", ["joint-decisions", "joint-purchases", "spending-power", "consumption-habits"] },
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_a_sales_manager_asks_for_has_a_field(string what, string[] keys) =>
        Assert.All(keys, key => Assert.True(Fields.Exists(field => field.Key == key), $"{what}: no {key}"));

    [Fact]
    public void Keys_are_unique_and_names_unique_on_a_card()
    {
        Assert.Equal(Fields.Count, Fields.DistinctBy(field => field.Key).Count());
        foreach (var kind in Enum.GetValues<AccountKind>())
        foreach (var language in (string[])["zh-Hans", "zh-Hant", "en"])
        {
            var names = Fields.Where(field => field.IsAbout(kind)).Select(field => field.Names.In(language)).ToList();
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        }
    }

    [Fact]
    public void Every_name_is_given_in_three_languages_and_English_ones_without_Chinese()
    {
        var names = Fields
            .Select(field => field.Names)
            .Concat(Fields.SelectMany(field => field.Choices).Select(choice => choice.Names))
            .Concat(DefaultCatalogue.Channels().Select(channel => channel.Names));

        Assert.All(
            names,
            name =>
            {
                Assert.NotEqual("", name.Hans);
                Assert.NotEqual("", name.Hant);
                Assert.Matches(@"^[\x20-\x7e]+$", name.En);
            }
        );
    }

    [Theory]
    [InlineData("phone", 365)]
    [InlineData("employees", 365)]
    [InlineData("registered-capital", 1095)]
    [InlineData("budget", 180)]
    [InlineData("purchase-plan", 90)]
    [InlineData("legal-representative", 730)]
    [InlineData("founded-on", null)]
    [InlineData("birthday", null)]
    public void What_changes_soon_is_asked_again_soon(string key, int? days) => Assert.Equal(days, Field(key).ShelfLifeDays);

    [Theory]
    [InlineData("home-address")]
    [InlineData("family")]
    [InlineData("personal-income")]
    [InlineData("household-income")]
    [InlineData("birthday")]
    [InlineData("lunar-birthday")]
    [InlineData("health")]
    public void Personal_data_are_sensitive(string key) => Assert.True(Field(key).IsSensitive);

    [Fact]
    public void Columns_of_accounts_are_repeated_by_one_field_each()
    {
        var repeated = Fields.Where(field => field.Column is not null).ToDictionary(field => field.Column!, field => field.Type);

        Assert.Equal(9, repeated.Count);
        Assert.Equal(
            (FieldType.Region, FieldType.Industry, FieldType.Number),
            (repeated["Region"], repeated["Industry"], repeated["Employees"])
        );
        // Region and industry stand for several columns; the others have the column's own name.
        Assert.All(repeated.Keys.Except(["Region", "Industry"]), column => Assert.NotNull(typeof(Account).GetProperty(column)));
    }

    [Fact]
    public void The_questions_to_know_before_a_visit_are_those_of_the_trade()
    {
        var asked = Fields.Where(field => field.IsQuestion).Select(field => field.Key).ToList();

        Assert.Equal(
            [
                "budget",
                "purchase-initiator",
                "decision-maker",
                "decision-process",
                "purchase-timing",
                "competitors-in-use",
                "compared-with-competitors",
                "joint-decisions",
                "home-address",
                "family",
                "after-work",
            ],
            asked
        );
    }

    [Fact]
    public void Sources_at_first_hand_are_relied_on_more_than_hearsay_and_lists()
    {
        var grades = DefaultCatalogue.Channels().ToDictionary(channel => channel.Key, channel => channel.Grade);

        Assert.Equal(95, grades[Catalogue.DefaultChannelKey]);
        Assert.True(grades["contract-or-invoice"] > grades["phone-call"]);
        Assert.True(grades["phone-call"] > grades["directory"]);
        Assert.True(grades["directory"] > grades["bought-list"]);
        Assert.True(grades["bought-list"] > grades["competitor"]);
    }

    private static FieldDefinition Field(string key) => Fields.Single(field => field.Key == key);
}
