using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Redress.Browser.Tests.Hosting;

/// <summary>What can be told of a page by a machine: WCAG 2.2 AA, visible focus, and no scrolling sideways.</summary>
internal static class Accessibility
{
    /// <summary>The checker, as its makers ship it.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// WCAG 2.2 AA and good practice. The checker runs in the page itself and brings back its faults only: what it found
    /// to be sound is a hundred times as much.
    /// </summary>
    public static async Task AssertAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        await AssertNoneAsync(
            page,
            "is not accessible",
            """
            async () => {
              const found = await axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                // GOV.UK puts the way back before the main part, where no landmark is.
                rules: { region: { enabled: false } },
                resultTypes: ['violations'],
              });
              return found.violations.map(rule =>
                [`${rule.id}: ${rule.help}`, ...rule.nodes.map(node => node.html)].join('\n  '));
            }
            """
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
