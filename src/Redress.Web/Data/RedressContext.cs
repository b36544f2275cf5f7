using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Redress.Core.Calendar;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>
/// The one model behind both databases. Pages read through it; accounts are kept through it; what happens to cases is
/// written by the recorder, through the write gate.
/// </summary>
public abstract class RedressContext(DbContextOptions options) : IdentityUserContext<Person>(options)
{
    private Func<CurrentPerson?>? asking;
    private CurrentPerson? person;
    private TimeProvider time = TimeProvider.System;

    /// <summary>Who reads, and by which clock: none where the program does by itself, which sees every case.</summary>
    internal void ReadFor(Func<CurrentPerson?>? whoever, TimeProvider clock) =>
        (asking, person, time) = (whoever, null, clock);

    private CurrentPerson? Reader => person ??= asking?.Invoke();
    private Sight Sight => Reader?.Sight ?? Sight.Whole;
    private bool SeesEvery => Sight.Every;
    private bool SeesKnown => Sight.Known;
    private bool SeesOwn => Sight.Own;
    private string? SeesOnly => Sight.Only;
    private string? ReaderId => Reader?.Id;

    /// <summary>The program by itself, which sends its letters; and the resident, whose case it is.</summary>
    private bool SeesSealed => Reader is null or { Follows: not null };
    private DateOnly Today => LondonTime.Today(time);

    public DbSet<HistoryRow> History => Set<HistoryRow>();
    public DbSet<WordsRow> Words => Set<WordsRow>();
    public DbSet<SealRow> Seals => Set<SealRow>();
    public DbSet<SealHeadRow> SealHeads => Set<SealHeadRow>();
    public DbSet<UnsealedRow> Unsealed => Set<UnsealedRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<CaseStageRow> CaseStages => Set<CaseStageRow>();
    public DbSet<CaseDeciderRow> CaseDeciders => Set<CaseDeciderRow>();
    public DbSet<CaseSubjectRow> CaseSubjects => Set<CaseSubjectRow>();
    public DbSet<CaseReaderRow> CaseReaders => Set<CaseReaderRow>();
    public DbSet<CaseStatementRow> CaseStatements => Set<CaseStatementRow>();
    public DbSet<StatementTextRow> StatementTexts => Set<StatementTextRow>();
    public DbSet<StatementDraftRow> StatementDrafts => Set<StatementDraftRow>();
    public DbSet<CasePointRow> CasePoints => Set<CasePointRow>();
    public DbSet<CaseCommitmentRow> CaseCommitments => Set<CaseCommitmentRow>();
    public DbSet<CaseAskRow> CaseAsks => Set<CaseAskRow>();
    public DbSet<CaseLetterRow> CaseLetters => Set<CaseLetterRow>();
    public DbSet<CaseAuthorityRow> CaseAuthorities => Set<CaseAuthorityRow>();
    public DbSet<CaseNeedsRow> CaseNeeds => Set<CaseNeedsRow>();
    public DbSet<LetterDraftRow> LetterDrafts => Set<LetterDraftRow>();
    public DbSet<CasePersonRow> CasePeople => Set<CasePersonRow>();
    public DbSet<CaseIdentityRow> CaseIdentities => Set<CaseIdentityRow>();
    public DbSet<DutyRow> Duties => Set<DutyRow>();
    public DbSet<DutyVersionRow> DutyVersions => Set<DutyVersionRow>();
    public DbSet<CaseSearchRow> CaseSearch => Set<CaseSearchRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<AuthenticatorRow> Authenticators => Set<AuthenticatorRow>();
    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();
    public DbSet<AccountLinkRow> AccountLinks => Set<AccountLinkRow>();
    public DbSet<IdentityUserPasskey<string>> Passkeys => Set<IdentityUserPasskey<string>>();

    public DbSet<RoleGrantRow> RoleGrants => Set<RoleGrantRow>();
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();
    public DbSet<TeamRow> Teams => Set<TeamRow>();
    public DbSet<UnitRow> Units => Set<UnitRow>();
    public DbSet<TeamUnitRow> TeamUnits => Set<TeamUnitRow>();
    public DbSet<TeamMemberRow> TeamMembers => Set<TeamMemberRow>();
    public DbSet<HomeRow> Homes => Set<HomeRow>();
    public DbSet<ResidentRow> Residents => Set<ResidentRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<CalendarEditionRow> CalendarEditions => Set<CalendarEditionRow>();
    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();
    public DbSet<IdempotencyKeyRow> IdempotencyKeys => Set<IdempotencyKeyRow>();
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();
    public DbSet<CaseAccessRow> CaseAccess => Set<CaseAccessRow>();
    public DbSet<CodeTryRow> CodeTries => Set<CodeTryRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<FileUseRow> FileUses => Set<FileUseRow>();
    public DbSet<OutgoingMailRow> OutgoingMail => Set<OutgoingMailRow>();
    public DbSet<StaffMailRow> StaffMail => Set<StaffMailRow>();
    public DbSet<HiddenPartRow> HiddenParts => Set<HiddenPartRow>();
    public DbSet<JobRunRow> JobRuns => Set<JobRunRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Limit>().HaveConversion<LimitText>();
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        MapAccounts(builder);
        MapHistory(builder);
        MapCases(builder);
        ShowOnlyWhatIsInSight(builder);
        MapSearch(builder);
        MapLandlord(builder);
        MapInstallation(builder);
        StoreChoicesAsText(builder);
    }

    private static void MapAccounts(ModelBuilder builder)
    {
        builder.Entity<Person>().ToTable("accounts");
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_tokens");

        // As Identity's own schema 3 has it, which its base class maps only where options say so.
        builder.Entity<IdentityUserPasskey<string>>(passkey =>
        {
            passkey.ToTable("account_passkeys");
            passkey.HasKey(row => row.CredentialId);
            passkey.OwnsOne(row => row.Data).ToJson();
            passkey.HasOne<Person>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<SessionRow>(session =>
        {
            session.HasKey(row => row.Id);
            session.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        });
        builder.Entity<AuthenticatorRow>(authenticator =>
        {
            authenticator.HasKey(row => row.PersonId);
            authenticator.HasOne<Person>().WithOne().HasForeignKey<AuthenticatorRow>(row => row.PersonId);
        });
        builder.Entity<AccountLinkRow>(link =>
        {
            link.HasKey(row => row.Hash);
            link.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        });
        builder.Entity<RecoveryCodeRow>(code =>
        {
            code.HasKey(row => new { row.PersonId, row.Hash });
            code.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        });
    }

    private static void MapHistory(ModelBuilder builder)
    {
        builder
            .Entity<HistoryRow>()
            .HasKey(row => new
            {
                row.Stream,
                row.StreamId,
                row.Sequence,
            });
        builder
            .Entity<WordsRow>()
            .HasKey(row => new
            {
                row.StreamId,
                row.Sequence,
                row.Id,
            });
        builder.Entity<UnsealedRow>().HasKey(row => new { row.Stream, row.StreamId });
        builder.Entity<SealRow>(seal =>
        {
            seal.HasKey(row => row.Number);
            seal.Property(row => row.Number).ValueGeneratedNever();
        });
        builder.Entity<SealHeadRow>(head =>
        {
            head.HasKey(row => new
            {
                row.Seal,
                row.Stream,
                row.StreamId,
            });
            head.HasIndex(row => new
            {
                row.Stream,
                row.StreamId,
                row.Sequence,
            });
        });
    }

    /// <summary>
    /// Every query for cases starts from those that whoever reads may see: a check that was forgotten finds nothing. Whom a
    /// complaint is about sees nothing of it, whatever else they are, and a sealed case exists for its readers alone.
    /// <see cref="SearchQueries"/> asks the same of its matches.
    /// </summary>
    private void ShowOnlyWhatIsInSight(ModelBuilder builder) =>
        builder
            .Entity<CaseRow>()
            .HasQueryFilter(row =>
                !CaseSubjects
                    .Where(subject => subject.PersonId == ReaderId)
                    .Select(subject => subject.CaseId)
                    .Contains(row.Id)
                && (
                    SeesSealed
                    || !CaseReaders.Any(reader => reader.CaseId == row.Id)
                    || CaseReaders.Any(reader =>
                        reader.CaseId == row.Id
                        && reader.PersonId == ReaderId
                        && (reader.Until == null || reader.Until >= Today)
                    )
                )
                && (
                    SeesEvery
                    || (SeesKnown && !CasePeople.Any(someone => someone.CaseId == row.Id && someone.Confidential))
                    || (
                        SeesOwn
                        && (
                            row.OwnerId == ReaderId
                            || CaseAsks.Any(ask => ask.CaseId == row.Id && ask.AskedOf == ReaderId)
                            || (
                                row.OwnerId == null
                                && History.Any(first =>
                                    first.Stream == Streams.Case
                                    && first.StreamId == row.Id
                                    && first.Sequence == 1
                                    && first.Who == ReaderId
                                )
                            )
                        )
                    )
                    || row.Id == SeesOnly
                )
            );

    private static void MapCases(ModelBuilder builder)
    {
        builder.Entity<CaseRow>(row =>
        {
            row.HasKey(c => c.Id);
            row.HasIndex(c => c.Reference).IsUnique();

            // The worklist: everybody's or one person's open cases, in the order they fall due. Partial, because SQLite
            // takes a bare condition (`WHERE is_open`) for a partial index and for no other.
            row.HasIndex(c => new { c.DueOrder, c.Id }).HasFilter("is_open");
            row.HasIndex(c => new
                {
                    c.OwnerId,
                    c.DueOrder,
                    c.Id,
                })
                .HasFilter("is_open");

            // Reports: counts by month received and category, with how many were in time.
            row.HasIndex(c => new
            {
                c.ReceivedMonth,
                c.Kind,
                c.Category,
                c.Stage1InTime,
            });
        });
        builder.Entity<CaseStageRow>().HasKey(row => new { row.CaseId, row.Stage });
        builder.Entity<CaseDeciderRow>().HasKey(row => new { row.CaseId, row.PersonId });
        builder.Entity<CaseSubjectRow>(row =>
        {
            row.HasKey(subject => new { subject.CaseId, subject.PersonId });
            row.HasIndex(subject => subject.PersonId);
        });
        builder.Entity<CaseReaderRow>().HasKey(reader => new { reader.CaseId, reader.PersonId });
        builder.Entity<CaseStatementRow>(row =>
        {
            row.HasKey(statement => new { statement.CaseId, statement.Statement });
            row.HasIndex(statement => statement.RequestId).IsUnique();
            row.HasIndex(statement => statement.PersonId);
        });
        builder.Entity<StatementTextRow>().HasKey(row => new { row.RequestId, row.Number });
        builder.Entity<StatementDraftRow>().HasKey(row => row.RequestId);
        builder.Entity<CasePointRow>().HasKey(row => new { row.CaseId, row.Point });
        builder.Entity<CaseCommitmentRow>(row =>
        {
            row.HasKey(c => new { c.CaseId, c.Commitment });
            row.HasIndex(c => new
            {
                c.Owner,
                c.KeptOn,
                c.DueOn,
            });
        });
        builder.Entity<CaseAskRow>(row =>
        {
            row.HasKey(ask => new { ask.CaseId, ask.Ask });
            row.HasIndex(ask => new { ask.AskedOf, ask.AnswerBy });
            row.HasIndex(ask => new { ask.AskedBy, ask.AnswerBy });
        });
        builder
            .Entity<CaseLetterRow>()
            .HasKey(row => new
            {
                row.CaseId,
                row.Letter,
                row.PersonId,
            });
        builder
            .Entity<LetterDraftRow>()
            .HasKey(row => new
            {
                row.CaseId,
                row.Stage,
                row.Duty,
                row.Number,
            });
        builder.Entity<CasePersonRow>(row =>
        {
            row.HasKey(p => p.Id);
            row.HasIndex(p => p.CaseId);

            // The other cases of the same person.
            row.HasIndex(p => p.Email);
            row.HasIndex(p => p.Phone);
        });
        builder.Entity<CaseAuthorityRow>(row =>
        {
            row.HasKey(authority => new { authority.CaseId, authority.PersonId });
            row.HasIndex(authority => authority.Authority);
        });
        builder.Entity<CaseNeedsRow>().HasKey(row => new { row.CaseId, row.PersonId });
        builder.Entity<CaseIdentityRow>(row =>
        {
            row.HasKey(p => p.PersonId);
            row.HasIndex(p => p.CaseId);
        });
        builder
            .Entity<DutyRow>()
            .HasKey(row => new
            {
                row.CaseId,
                row.Stage,
                row.Duty,
                row.Occurrence,
            });
        builder
            .Entity<DutyVersionRow>()
            .HasKey(row => new
            {
                row.CaseId,
                row.Stage,
                row.Duty,
                row.Occurrence,
                row.KnownFrom,
            });
    }

    private static void MapSearch(ModelBuilder builder) =>
        builder.Entity<CaseSearchRow>(row =>
        {
            row.HasKey(search => search.Number);
            row.Property(search => search.Number).ValueGeneratedNever();
            row.HasIndex(search => search.CaseId).IsUnique();
        });

    private static void MapLandlord(ModelBuilder builder)
    {
        builder.Entity<RoleGrantRow>(row =>
        {
            row.HasKey(grant => new
            {
                grant.PersonId,
                grant.Role,
                grant.HeldFrom,
            });
            row.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId);
        });
        builder.Entity<AbsenceRow>().HasOne<Person>().WithMany().HasForeignKey(absence => absence.PersonId);
        builder.Entity<TeamUnitRow>(row =>
        {
            row.HasKey(place => new { place.TeamId, place.InUnitFrom });
            row.HasOne<TeamRow>().WithMany().HasForeignKey(place => place.TeamId);
            row.HasOne<UnitRow>().WithMany().HasForeignKey(place => place.UnitId);
        });
        builder.Entity<TeamMemberRow>(row =>
        {
            row.HasKey(member => new
            {
                member.TeamId,
                member.PersonId,
                member.MemberFrom,
            });
            row.HasOne<TeamRow>().WithMany().HasForeignKey(member => member.TeamId);
            row.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId);
        });
        builder.Entity<ResidentRow>().HasOne<HomeRow>().WithMany().HasForeignKey(resident => resident.HomeId);
    }

    private static void MapInstallation(ModelBuilder builder)
    {
        builder.Entity<SettingRow>().HasKey(row => row.Key);
        builder.Entity<SavedViewRow>().HasKey(row => new { row.OwnerId, row.Name });
        builder.Entity<CalendarEditionRow>().HasKey(row => new { row.CalendarId, row.Edition });
        builder.Entity<IdempotencyKeyRow>().HasKey(row => new { row.Actor, row.Key });
        builder.Entity<ApiTokenRow>(token =>
        {
            token.HasKey(row => row.Hash);
            token.HasIndex(row => row.PersonId);
        });
        builder.Entity<CaseAccessRow>().HasKey(row => new { row.CaseId, row.PersonId });
        builder.Entity<CodeTryRow>().HasIndex(row => row.OnDay);
        builder.Entity<DraftRow>().HasIndex(row => row.SavedOn);
        builder.Entity<FileUseRow>(use =>
        {
            use.HasKey(row => new { row.Hash, row.UsedBy });
            use.HasIndex(row => row.UsedBy);
        });
        builder.Entity<HiddenPartRow>().HasKey(row => new { row.IncidentId, row.Hiding });
        builder.Entity<JobRunRow>().HasKey(row => new { row.Job, row.DueAt });
        builder.Entity<OutgoingMailRow>(mail =>
        {
            mail.HasIndex(row => new { row.DoneAt, row.DueAt });
            mail.HasIndex(row => row.CaseId);
        });
        builder.Entity<StaffMailRow>().HasIndex(row => row.DueAt);
    }

    private static void StoreChoicesAsText(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                property.SetValueConverter(
                    (ValueConverter)Activator.CreateInstance(typeof(ChoiceText<>).MakeGenericType(type))!
                );
            }
        }
    }
}

/// <summary>
/// The model on SQLite, the default. What is saved through it (accounts, keys) waits for its turn with everything else:
/// SQLite has one writer, and two that meet inside the database wait much longer than two that queue outside it.
/// </summary>
public sealed class SqliteRedressContext(DbContextOptions<SqliteRedressContext> options) : RedressContext(options)
{
    /// <summary>Whose turn it is to write; none where nobody else writes, as in a migration.</summary>
    internal SemaphoreSlim? Turn { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Turn?.Wait();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            Turn?.Release();
        }
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        await (Turn?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Turn?.Release();
        }
    }
}

/// <summary>The model on PostgreSQL, for more than one node.</summary>
public sealed class PostgresRedressContext(DbContextOptions<PostgresRedressContext> options) : RedressContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // By code point, as SQLite sorts: the same query gives the same order on both.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Its index is of an expression, which a model cannot say: see SearchQueries.
        builder
            .Entity<CaseSearchRow>()
            .Property(search => search.Words)
            .HasConversion<SearchVector>()
            .UseCollation(null);
    }
}
