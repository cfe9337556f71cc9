using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jingke.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CustomerFile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "acquaintance",
                table: "contact",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "attitude",
                table: "contact",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                table: "contact",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "roles",
                table: "contact",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "accuracy",
                table: "account",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "completeness",
                table: "account",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_names",
                table: "account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "freshness",
                table: "account",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_contact_on",
                table: "account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lock_reason",
                table: "account",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "locked_at",
                table: "account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "locked_by_id",
                table: "account",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "merged_into_id",
                table: "account",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "parent_id",
                table: "account",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "pool_id",
                table: "account",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_group",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    parent_id = table.Column<long>(type: "INTEGER", nullable: true),
                    query = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_group", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_group_owner_id",
                        column: x => x.owner_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_group_parent_id",
                        column: x => x.parent_id,
                        principalTable: "account_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "account_merging",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    into_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    replaced = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_merging", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_share",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    may_edit = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_share", x => new { x.account_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_account_share_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_share_user_id",
                        column: x => x.user_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_as = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachment_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bulk_act",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_act", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulk_act_by_id",
                        column: x => x.by_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_hans = table.Column<string>(type: "TEXT", nullable: false),
                    name_hant = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<int>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "competitor",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    offers = table.Column<string>(type: "TEXT", nullable: true),
                    strengths = table.Column<string>(type: "TEXT", nullable: true),
                    weaknesses = table.Column<string>(type: "TEXT", nullable: true),
                    price = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    quality = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    service = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    delivery = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    relationship = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_competitor", x => x.id);
                    table.ForeignKey(
                        name: "fk_competitor_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    covers_sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consent_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_relation",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    to_id = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_relation", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_relation_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contact_relation_from_id",
                        column: x => x.from_id,
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contact_relation_to_id",
                        column: x => x.to_id,
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_pair",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    left_id = table.Column<long>(type: "INTEGER", nullable: false),
                    right_id = table.Column<long>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false),
                    signals = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_pair", x => x.id);
                    table.ForeignKey(
                        name: "fk_duplicate_pair_left_id",
                        column: x => x.left_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duplicate_pair_right_id",
                        column: x => x.right_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_rule",
                columns: table => new
                {
                    mark = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_rule", x => x.mark);
                });

            migrationBuilder.CreateTable(
                name: "duplicate_scan",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    found = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_scan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "field_definition",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    section = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name_hans = table.Column<string>(type: "TEXT", nullable: false),
                    name_hant = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    choices = table.Column<string>(type: "TEXT", nullable: false),
                    shelf_life_days = table.Column<int>(type: "INTEGER", nullable: true),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    is_sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    seen_by = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: true),
                    is_question = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_definition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: true),
                    summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up", x => x.id);
                    table.ForeignKey(
                        name: "fk_follow_up_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_follow_up_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "joint_purchase",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    deleted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deleted_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_purchase", x => x.id);
                    table.ForeignKey(
                        name: "fk_joint_purchase_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_day",
                columns: table => new
                {
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    completeness = table.Column<double>(type: "REAL", nullable: true),
                    freshness = table.Column<double>(type: "REAL", nullable: true),
                    accuracy = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_day", x => new { x.owner_id, x.on });
                });

            // Written by hand: without a number of its own for each row, the table is its key and takes half the room.
            migrationBuilder.Sql(
                """
                CREATE TABLE "match_key" (
                    "key" INTEGER NOT NULL,
                    "account_id" INTEGER NOT NULL,
                    CONSTRAINT "pk_match_key" PRIMARY KEY ("key", "account_id"),
                    CONSTRAINT "fk_match_key_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE
                ) WITHOUT ROWID
                """
            );

            migrationBuilder.CreateTable(
                name: "owner_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    pool_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owner_move", x => x.id);
                    table.ForeignKey(
                        name: "fk_owner_move_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pool",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_for_everyone = table.Column<bool>(type: "INTEGER", nullable: false),
                    team_ids = table.Column<string>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "source_cost",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_cost", x => new { x.source, x.year });
                });

            migrationBuilder.CreateTable(
                name: "account_group_member",
                columns: table => new
                {
                    group_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_group_member", x => new { x.group_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_account_group_member_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_group_member_group_id",
                        column: x => x.group_id,
                        principalTable: "account_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "merged_row",
                columns: table => new
                {
                    merging_id = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    row_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merged_row", x => new { x.merging_id, x.place, x.row_key });
                    table.ForeignKey(
                        name: "fk_merged_row_merging_id",
                        column: x => x.merging_id,
                        principalTable: "account_merging",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bulk_act_row",
                columns: table => new
                {
                    act_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_act_row", x => new { x.act_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_bulk_act_row_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulk_act_row_act_id",
                        column: x => x.act_id,
                        principalTable: "bulk_act",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: true),
                    field_id = table.Column<long>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    channel_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_first_hand = table.Column<bool>(type: "INTEGER", nullable: false),
                    observed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_one_off = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    attachment_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    import_batch_id = table.Column<long>(type: "INTEGER", nullable: true),
                    standing = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reliability = table.Column<int>(type: "INTEGER", nullable: false),
                    settlement = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact", x => x.id);
                    table.ForeignKey(
                        name: "fk_fact_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_fact_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_fact_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fact_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_fact_field_id",
                        column: x => x.field_id,
                        principalTable: "field_definition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "peer_range",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "INTEGER", nullable: false),
                    like = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    middle = table.Column<double>(type: "REAL", nullable: false),
                    spread = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peer_range", x => new { x.field_id, x.like });
                    table.ForeignKey(
                        name: "fk_peer_range_field_id",
                        column: x => x.field_id,
                        principalTable: "field_definition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "to_do",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    follow_up_id = table.Column<long>(type: "INTEGER", nullable: true),
                    field_id = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_to_do", x => x.id);
                    table.ForeignKey(
                        name: "fk_to_do_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_to_do_follow_up_id",
                        column: x => x.follow_up_id,
                        principalTable: "follow_up",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_to_do_owner_id",
                        column: x => x.owner_id,
                        principalTable: "app_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_purchase_member",
                columns: table => new
                {
                    purchase_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_purchase_member", x => new { x.purchase_id, x.contact_id });
                    table.ForeignKey(
                        name: "fk_joint_purchase_member_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_joint_purchase_member_purchase_id",
                        column: x => x.purchase_id,
                        principalTable: "joint_purchase",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_merged_into_id",
                table: "account",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_parent_id",
                table: "account",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_pool_id",
                table: "account",
                column: "pool_id",
                filter: "pool_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_group_owner_id",
                table: "account_group",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_group_parent_id",
                table: "account_group",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_group_member_account_id",
                table: "account_group_member",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_merging_from_id",
                table: "account_merging",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_merging_into_id",
                table: "account_merging",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_share_user_id",
                table: "account_share",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_account_id",
                table: "attachment",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_act_by_id",
                table: "bulk_act",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_act_row_account_id",
                table: "bulk_act_row",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_channel_key",
                table: "channel",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_competitor_account_id",
                table: "competitor",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_account_id",
                table: "consent",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_contact_id",
                table: "consent",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_relation_account_id",
                table: "contact_relation",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_relation_from_id_to_id_kind",
                table: "contact_relation",
                columns: new[] { "from_id", "to_id", "kind" },
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_relation_to_id",
                table: "contact_relation",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pair_left_id_right_id",
                table: "duplicate_pair",
                columns: new[] { "left_id", "right_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pair_right_id",
                table: "duplicate_pair",
                column: "right_id");

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_pair_state_score_id_verdict",
                table: "duplicate_pair",
                columns: new[] { "state", "score", "id", "verdict" });

            migrationBuilder.CreateIndex(
                name: "ix_fact_accepted",
                table: "fact",
                columns: new[] { "field_id", "number", "account_id" },
                filter: "standing = 'Accepted'");

            migrationBuilder.CreateIndex(
                name: "ix_fact_account_id_field_id",
                table: "fact",
                columns: new[] { "account_id", "field_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fact_attachment_id",
                table: "fact",
                column: "attachment_id",
                filter: "attachment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fact_channel_id_settlement",
                table: "fact",
                columns: new[] { "channel_id", "settlement" },
                filter: "settlement IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fact_contact_id",
                table: "fact",
                column: "contact_id",
                filter: "contact_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fact_disputed",
                table: "fact",
                columns: new[] { "account_id", "field_id", "contact_id" },
                filter: "standing = 'Disputed'");

            migrationBuilder.CreateIndex(
                name: "ix_fact_import_batch_id",
                table: "fact",
                column: "import_batch_id",
                filter: "import_batch_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fact_stale",
                table: "fact",
                columns: new[] { "account_id", "field_id" },
                filter: "standing = 'Stale'");

            migrationBuilder.CreateIndex(
                name: "ix_field_definition_key",
                table: "field_definition",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_account_id_on_id",
                table: "follow_up",
                columns: new[] { "account_id", "on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_by_id_on",
                table: "follow_up",
                columns: new[] { "by_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_contact_id",
                table: "follow_up",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_entry_id",
                table: "follow_up",
                column: "entry_id",
                unique: true,
                filter: "entry_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_joint_purchase_account_id_on",
                table: "joint_purchase",
                columns: new[] { "account_id", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_joint_purchase_member_contact_id",
                table: "joint_purchase_member",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_match_key_account_id",
                table: "match_key",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_owner_move_account_id_id",
                table: "owner_move",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_move_to_id_at",
                table: "owner_move",
                columns: new[] { "to_id", "at" },
                filter: "kind = 'Claimed'");

            migrationBuilder.CreateIndex(
                name: "ix_to_do_account_id",
                table: "to_do",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_to_do_follow_up_id",
                table: "to_do",
                column: "follow_up_id");

            migrationBuilder.CreateIndex(
                name: "ix_to_do_owner_id_due_on",
                table: "to_do",
                columns: new[] { "owner_id", "due_on" },
                filter: "done_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_account_merged_into_id",
                table: "account",
                column: "merged_into_id",
                principalTable: "account",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_account_parent_id",
                table: "account",
                column: "parent_id",
                principalTable: "account",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_account_pool_id",
                table: "account",
                column: "pool_id",
                principalTable: "pool",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_account_merged_into_id",
                table: "account");

            migrationBuilder.DropForeignKey(
                name: "fk_account_parent_id",
                table: "account");

            migrationBuilder.DropForeignKey(
                name: "fk_account_pool_id",
                table: "account");

            migrationBuilder.DropTable(
                name: "account_group_member");

            migrationBuilder.DropTable(
                name: "account_share");

            migrationBuilder.DropTable(
                name: "bulk_act_row");

            migrationBuilder.DropTable(
                name: "competitor");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "contact_relation");

            migrationBuilder.DropTable(
                name: "duplicate_pair");

            migrationBuilder.DropTable(
                name: "duplicate_rule");

            migrationBuilder.DropTable(
                name: "duplicate_scan");

            migrationBuilder.DropTable(
                name: "fact");

            migrationBuilder.DropTable(
                name: "joint_purchase_member");

            migrationBuilder.DropTable(
                name: "knowledge_day");

            migrationBuilder.DropTable(
                name: "match_key");

            migrationBuilder.DropTable(
                name: "merged_row");

            migrationBuilder.DropTable(
                name: "owner_move");

            migrationBuilder.DropTable(
                name: "peer_range");

            migrationBuilder.DropTable(
                name: "pool");

            migrationBuilder.DropTable(
                name: "source_cost");

            migrationBuilder.DropTable(
                name: "to_do");

            migrationBuilder.DropTable(
                name: "account_group");

            migrationBuilder.DropTable(
                name: "bulk_act");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "channel");

            migrationBuilder.DropTable(
                name: "joint_purchase");

            migrationBuilder.DropTable(
                name: "account_merging");

            migrationBuilder.DropTable(
                name: "field_definition");

            migrationBuilder.DropTable(
                name: "follow_up");

            migrationBuilder.DropIndex(
                name: "ix_account_merged_into_id",
                table: "account");

            migrationBuilder.DropIndex(
                name: "ix_account_parent_id",
                table: "account");

            migrationBuilder.DropIndex(
                name: "ix_account_pool_id",
                table: "account");

            migrationBuilder.DropColumn(
                name: "acquaintance",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "attitude",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "roles",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "accuracy",
                table: "account");

            migrationBuilder.DropColumn(
                name: "completeness",
                table: "account");

            migrationBuilder.DropColumn(
                name: "former_names",
                table: "account");

            migrationBuilder.DropColumn(
                name: "freshness",
                table: "account");

            migrationBuilder.DropColumn(
                name: "last_contact_on",
                table: "account");

            migrationBuilder.DropColumn(
                name: "lock_reason",
                table: "account");

            migrationBuilder.DropColumn(
                name: "locked_at",
                table: "account");

            migrationBuilder.DropColumn(
                name: "locked_by_id",
                table: "account");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "account");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "account");

            migrationBuilder.DropColumn(
                name: "pool_id",
                table: "account");
        }
    }
}
