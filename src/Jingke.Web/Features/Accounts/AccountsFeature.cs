using Jingke.Web.Features.Accounts.Bulk;
using Jingke.Web.Features.Accounts.Card;
using Jingke.Web.Features.Accounts.Contacts;
using Jingke.Web.Features.Accounts.Corporate;
using Jingke.Web.Features.Accounts.Decision;
using Jingke.Web.Features.Accounts.Edit;
using Jingke.Web.Features.Accounts.Files;
using Jingke.Web.Features.Accounts.FollowUps;
using Jingke.Web.Features.Accounts.Groups;
using Jingke.Web.Features.Accounts.Households;
using Jingke.Web.Features.Accounts.Json;
using Jingke.Web.Features.Accounts.List;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Features.Accounts.List.Index;
using Jingke.Web.Features.Accounts.List.Where;
using Jingke.Web.Features.Accounts.Ownership;
using Jingke.Web.Features.Accounts.People;
using Jingke.Web.Features.Accounts.Privacy;
using Jingke.Web.Features.Accounts.Receivables;
using Jingke.Web.Features.Accounts.Show;
using Jingke.Web.Features.Accounts.Vetting;

namespace Jingke.Web.Features.Accounts;

/// <summary>
/// Accounts: <c>List</c> (search, filters, conditions and columns of any field, views, export), <c>Bulk</c> (assign, set a field,
/// delete, restore), <c>Groups</c>, <c>Show</c> (one account), <c>Ownership</c> (transfer, share, lock), <c>Edit</c>, <c>Contacts</c>, <c>Privacy</c>
/// (personal data), <c>FollowUps</c>, and <c>Json</c> for programs.
/// </summary>
internal static class AccountsFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountTotals>().AddSingleton<AccountChoices>().AddSingleton<AccountIndex>();
        services.AddHostedService<AccountIndexUpkeep>();
        services.AddScoped<AccountConditions>().AddScoped<AccountList>().AddScoped<ListFields>().AddScoped<ListValues>();
        services.AddScoped<GroupList>().AddScoped<GroupsOfAccount>().AddScoped<SaveGroup>();
        services.AddScoped<ChangeMembers>().AddScoped<UndoMembers>().AddScoped<DescribeAccounts>().AddScoped<UndoDescribe>();
        services.AddScoped<SavedViewList>().AddScoped<SaveView>().AddScoped<RemoveView>();
        services.AddScoped<AssignAccounts>().AddScoped<UndoAssign>().AddScoped<DeleteAccounts>().AddScoped<RestoreAccounts>();
        services.AddScoped<CreateAccount>().AddScoped<ChangeAccount>().AddScoped<AccountChecks>().AddScoped<ChangesSince>();
        services
            .AddScoped<AccountCard>()
            .AddScoped<AccountSales>()
            .AddScoped<AccountOrders>()
            .AddScoped<AccountVerdicts>()
            .AddScoped<AccountHistory>();
        services.AddScoped<OwnershipOfAccount>().AddScoped<ShareAccounts>().AddScoped<StopSharing>().AddScoped<LockAccount>();
        services.AddScoped<AccountFacts>().AddScoped<FactNames>();
        services.AddScoped<VettingQueue>().AddScoped<KnowledgeOverview>();
        services.AddScoped<SaveContact>().AddScoped<DeleteContact>().AddScoped<RestoreContact>();
        services.AddScoped<AddRelation>().AddScoped<RecyclePart>();
        services.AddScoped<BuyingCentre>().AddScoped<BuyingPicture>().AddScoped<SaveCompetitor>();
        services.AddScoped<CorporateGroup>().AddScoped<BelongToParent>();
        services.AddScoped<FamilyPicture>().AddScoped<JointPurchaseList>().AddScoped<AddJointPurchase>();
        services.AddScoped<RevealValue>().AddScoped<HeldOnPerson>().AddScoped<NamedElsewhere>();
        services.AddScoped<RecordConsent>().AddScoped<EraseContact>();
        services.AddScoped<RevealValue>();
        services.AddSingleton<Data.Attachments.AttachmentFiles>().AddScoped<FilesOfAccount>();
        services.AddScoped<ReceivablesOfAccount>();
        services.AddScoped<FollowUpList>().AddScoped<WriteFollowUp>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountLists();
        routes.MapConditions();
        routes.MapGroups();
        routes.MapDescribing();
        routes.MapOwnership();
        routes.MapCorporateGroups();
        routes.MapAccountFiles();
        routes.MapAccountExport();
        routes.MapAccountOrderExport();
        routes.MapReceivableExport();
        routes.MapContacts();
        routes.MapParts();
        routes.MapPrivacy();
        routes.MapFollowUpExport();
        routes.MapFollowUpJson();
        routes.MapFacts();
        routes.MapFactJson();
        routes.MapAccountJson();
    }
}
