using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Somebody signed in at one browser. It ends with this row, on every node.</summary>
public sealed record SessionRow
{
    /// <summary>Hash of the secret that only the browser holds.</summary>
    public required string Id { get; init; }
    public required string PersonId { get; init; }
    public required Proof Proof { get; init; }
    public required DateTime BeganAt { get; init; }

    /// <summary>When they last asked for anything, to within a minute.</summary>
    public required DateTime SeenAt { get; init; }

    /// <summary>What they sign in with, as far as it says: <c>Firefox, Windows</c>. Empty where it says nothing.</summary>
    public required string Browser { get; init; }
}

/// <summary>Somebody's authenticator app.</summary>
public sealed record AuthenticatorRow
{
    public required string PersonId { get; init; }

    /// <summary>What app and we both know, encrypted for this person and this purpose.</summary>
    public required string Secret { get; init; }

    /// <summary>The half minute of the last code taken: it, and every earlier one, is taken no more.</summary>
    public required long LastStep { get; init; }
    public required DateTime AddedAt { get; init; }
}

/// <summary>A code that lets somebody in once without their authenticator app or passkey. It is deleted when it has.</summary>
public sealed record RecoveryCodeRow
{
    public required string PersonId { get; init; }

    /// <summary>Slow, with the salt.</summary>
    public required string Hash { get; init; }

    /// <summary>The same for all that were made together, so that to look for one costs a single hash.</summary>
    public required string Salt { get; init; }
}

/// <summary>What a link to an account is for.</summary>
public enum AccountLinkPurpose
{
    /// <summary>To choose the first password.</summary>
    Invitation,

    /// <summary>To choose another in place of one that was lost.</summary>
    Reset,
}

/// <summary>A link by which the owner of an account chooses a password. It is deleted when they have.</summary>
public sealed record AccountLinkRow
{
    /// <summary>Hash of what only the link holds.</summary>
    public required string Hash { get; init; }
    public required string PersonId { get; init; }
    public required AccountLinkPurpose Purpose { get; init; }
    public required DateTime ExpiresAt { get; init; }
}
