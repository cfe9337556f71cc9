using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

// The customer file: facts and what they stand on, contacts with customers, and who is responsible.
public abstract partial class JingkeDbContext
{
    /// <summary>Accounts shown to colleagues besides their owners.</summary>
    public DbSet<AccountShare> AccountShares => Set<AccountShare>();

    /// <summary>Moves of accounts from hand to hand.</summary>
    public DbSet<OwnerMove> OwnerMoves => Set<OwnerMove>();

    /// <summary>The catalogue of fields.</summary>
    public DbSet<FieldDefinition> FieldDefinitions => Set<FieldDefinition>();

    /// <summary>Channels that information and customers come from.</summary>
    public DbSet<Channel> Channels => Set<Channel>();

    /// <summary>Facts about accounts and contacts within the viewer's scope.</summary>
    public DbSet<Fact> Facts => Set<Fact>();

    /// <summary>Files of accounts within the viewer's scope.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>How well each person's accounts were known day by day; only those who see everything see all.</summary>
    public DbSet<KnowledgeDay> KnowledgeDays => Set<KnowledgeDay>();

    /// <summary>What accounts of a kind and size show in numeric fields.</summary>
    public DbSet<PeerRange> PeerRanges => Set<PeerRange>();

    /// <summary>Contacts with customers within the viewer's scope.</summary>
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    /// <summary>What is to be done about accounts within the viewer's scope.</summary>
    public DbSet<ToDo> ToDos => Set<ToDo>();

    /// <summary>Groups of accounts; who may see one is decided where they are read.</summary>
    public DbSet<AccountGroup> AccountGroups => Set<AccountGroup>();

    /// <summary>Members of fixed groups within the viewer's scope.</summary>
    public DbSet<AccountGroupMember> AccountGroupMembers => Set<AccountGroupMember>();

    /// <summary>What sources of customers cost.</summary>
    public DbSet<SourceCost> SourceCosts => Set<SourceCost>();

    /// <summary>Grounds for keeping personal data of contacts within the viewer's scope.</summary>
    public DbSet<Consent> Consents => Set<Consent>();
}
