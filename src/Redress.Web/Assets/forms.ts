/** Longer than a form takes. Whoever still waits may have lost the line, and may press again: it is recorded once. */
const PATIENCE = 5_000;

/** A second press while the first is on its way does nothing. Coming back to the page allows it again. */
export function sendFormsOnce(): void {
  const sent = new Set<HTMLFormElement>();

  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") {
      return;
    }
    if (sent.has(form)) {
      event.preventDefault();
    }
    sent.add(form);
    setTimeout(() => sent.delete(form), PATIENCE);
  });

  window.addEventListener("pageshow", () => sent.clear());
}
