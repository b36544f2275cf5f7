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
  });

  window.addEventListener("pageshow", () => sent.clear());
}
