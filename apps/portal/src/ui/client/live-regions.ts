/** Puts a page's live regions in the place of ours, keeping what is open and where the focus is. */
export function exchangeRegions(page: Document): void {
  const focused = document.activeElement?.id;
  for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh) throw new Error(`the answer lacks #${region.id}`);
    keepOpen(region, fresh);
    region.replaceWith(fresh);
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

function keepOpen(region: HTMLElement, fresh: HTMLElement): void {
  for (const details of [region, ...region.querySelectorAll('details')]) {
    if (!(details instanceof HTMLDetailsElement)) continue;
    const counterpart = details === region ? fresh : fresh.querySelector(`#${CSS.escape(details.id)}`);
    if (counterpart instanceof HTMLDetailsElement) counterpart.open = details.open;
  }
}
