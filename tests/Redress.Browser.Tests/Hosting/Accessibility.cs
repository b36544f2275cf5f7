using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>What can be told of a page by a machine: WCAG 2.2 AA, and that nothing must be scrolled sideways.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Wcag22Aa = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        // GOV.UK puts the way back before the main part, where no landmark is.
        Rules = new() { ["region"] = new() { Enabled = false } },
    };

    public static async Task AssertAsync(IPage page)
    {
        var found = await page.RunAxe(Wcag22Aa);
        Assert.True(
            found.Violations.Length == 0,
            $"{page.Url}:\n"
                + string.Join(
                    "\n",
                    found.Violations.Select(rule =>
                        $"{rule.Id}: {rule.Help}\n  {string.Join("\n  ", rule.Nodes.Select(node => node.Html))}"
                    )
                )
        );
    }

    /// <summary>The page is no wider than the screen; otherwise says what sticks out.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        var sticksOut = await page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.querySelectorAll('body *')]
                .filter(it => it.getBoundingClientRect().right > width + 1)
                .map(it => it.outerHTML.slice(0, 120));
            }
            """
        );
        Assert.True(
            sticksOut.Length == 0,
            $"{page.Url} is wider than {page.ViewportSize!.Width} px:\n{string.Join("\n", sticksOut.Take(8))}"
        );
    }
}
