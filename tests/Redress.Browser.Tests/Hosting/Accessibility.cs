using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>What can be told of a page by a machine: WCAG 2.2 AA, visible focus, and no scrolling sideways.</summary>
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
    public static Task AssertFitsAsync(IPage page) =>
        AssertNoneAsync(
            page,
            $"is wider than {page.ViewportSize!.Width} px",
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const wide = [...document.querySelectorAll('body *')]
                .filter(it => it.getBoundingClientRect().right > width + 1)
                .map(it => it.outerHTML.slice(0, 120));
              return wide.length > 0 ? wide : ['something that the style sheet draws'];
            }
            """
        );

    /// <summary>Whatever can be reached by keyboard looks different when it is.</summary>
    public static Task AssertFocusIsSeenAsync(IPage page) =>
        AssertNoneAsync(
            page,
            "does not show where the focus is",
            """
            () => {
              const was = document.activeElement;
              const style = (it, part) => {
                const s = getComputedStyle(it, part);
                return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor, s.borderWidth].join();
              };
              // Radios and checkboxes are drawn by their labels.
              const looks = it => [it, it.nextElementSibling ?? it].map(one => style(one) + style(one, '::before')).join();
              const unseen = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(it => it.type !== 'hidden' && it.checkVisibility())
                .filter(it => {
                  it.blur();
                  const before = looks(it);
                  it.focus({ preventScroll: true });
                  return document.activeElement !== it || looks(it) === before;
                })
                .map(it => it.outerHTML.slice(0, 120));
              was.focus({ preventScroll: true });
              return unseen;
            }
            """
        );

    private static async Task AssertNoneAsync(IPage page, string fault, string script)
    {
        var found = await page.EvaluateAsync<string[]>(script);
        Assert.True(found.Length == 0, $"{page.Url} {fault}:\n{string.Join("\n", found.Take(8))}");
    }
}
