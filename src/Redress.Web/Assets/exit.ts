/** Leaves for elsewhere in place of this page, which is blank at once and is not there to go back to. */
export function leaveWithoutTrace(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-exit]");
    if (link) {
      event.preventDefault();
      document.body.hidden = true;
      location.replace(link.href);
    }
  });
}
