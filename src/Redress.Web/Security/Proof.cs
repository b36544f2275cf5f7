namespace Redress.Web.Security;

/// <summary>How somebody proved who they are when they signed in.</summary>
public enum Proof
{
    /// <summary>A password and nothing else, which opens nobody's case but an invented one's.</summary>
    Password,

    /// <summary>A password and a code of their authenticator app.</summary>
    Code,

    /// <summary>A password and one of the codes kept for when the app is lost.</summary>
    RecoveryCode,

    /// <summary>A passkey, which is something they have and something they are or know.</summary>
    Passkey,
}
