using System.Text;
using Microsoft.AspNetCore.Identity;
using Redress.Web.Data;

namespace Redress.Web.Features.Account;

/// <summary>
/// What a password may not be, beside short: so long that it costs more to check than to guess, or made of what everybody
/// tries first. Of any make otherwise: what is random, and what is several words that do not belong together, passes.
/// </summary>
internal sealed class PasswordRules(LandlordStore landlord) : IPasswordValidator<Person>
{
    public const string TooLong = "PasswordTooLong";

    public const string TooCommon = "PasswordTooCommon";

    public const int Most = 128;

    /// <summary>How many different letters and figures must be left once what everybody tries is taken away.</summary>
    private const int FewestLeft = 5;

    /// <summary>Words shorter than this are in too much else.</summary>
    private const int ShortestOwnWord = 4;

    /// <summary>
    /// What the lists of the most used passwords of recent years are made of: their words and runs of keys. Longest first, so
    /// that no part of one is left.
    /// </summary>
    private static readonly string[] Common =
    [
        .. """
            password passw0rd passwort qwertyuiop qwerty qwertz azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn qazwsx 1qaz2wsx
            1q2w3e4r 1q2w3e q1w2e3r4 1234567890 123456789 12345678 1234567 123456 12345 1234 123 0987654321 987654321 654321
            4321 321 112233 123123 123321 147258369 159753 666666 000000 111111 121212 abcdefghij abcdefgh abcdef abcd abc123
            letmein welcome iloveyou loveyou sunshine princess princesse football baseball basketball dragon monkey shadow
            master superman batman spiderman pokemon naruto starwars trustno1 whatever computer internet samsung google
            facebook charlie daniel michael jessica jennifer ashley andrew thomas george jordan hunter harley ranger buster
            soccer hockey killer pepper ginger cookie cheese banana orange summer winter spring autumn flower purple secret
            freedom angel lovely diamond forever mustang maggie tigger chelsea arsenal liverpool manchester united england
            scotland ireland britain london changeme default admin administrator manager guest login user test testing
            hello goodbye access system server service support housing landlord tenant resident complaint complaints enquiry
            enquiries redress council association homes house ombudsman office team january february march april june july
            august september october november december monday tuesday wednesday thursday friday saturday sunday
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length),
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var text = password ?? "";
        return Task.FromResult(
            text.Length > Most ? Failed(TooLong)
            : Left(text, OwnWords(user)) < FewestLeft ? Failed(TooCommon)
            : IdentityResult.Success
        );
    }

    /// <summary>What a guesser knows of this account: its landlord's name, its owner's and their address.</summary>
    private IEnumerable<string> OwnWords(Person user) =>
        $"{landlord.Current.Name} {user.Name} {user.Email}"
            .ToLowerInvariant()
            .Split([' ', '@', '.', '-', '_', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestOwnWord)
            .OrderByDescending(word => word.Length);

    private static int Left(string password, IEnumerable<string> ownWords)
    {
        var left = new StringBuilder(password.ToLowerInvariant());
        foreach (var word in ownWords.Concat(Common))
        {
            left.Replace(word, " ");
        }

        return left.ToString().Where(char.IsLetterOrDigit).Distinct().Count();
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code });
}
