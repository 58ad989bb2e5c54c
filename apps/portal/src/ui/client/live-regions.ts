/** Replaces the page's live regions with new ones, keeping open disclosures, focus and scroll position. */
export function exchangeRegions(page: Document): void {
  const focused = document.activeElement?.id;
  const before = document.activeElement?.getBoundingClientRect().top ?? 0;
  for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh) throw new Error(`the answer lacks #${region.id}`);
    keepOpen(region, fresh);
    region.replaceWith(fresh);
  }
  const again = focused ? document.getElementById(focused) : null;
  if (!again) return;
  if (document.activeElement !== again) again.focus({ preventScroll: true });
  // Lists above may have changed height: keep the element in place on the screen.
  window.scrollBy({ top: again.getBoundingClientRect().top - before, behavior: 'instant' });
}

function keepOpen(region: HTMLElement, fresh: HTMLElement): void {
  for (const details of [region, ...region.querySelectorAll('details')]) {
    if (!(details instanceof HTMLDetailsElement)) continue;
    const counterpart = details === region ? fresh : fresh.querySelector(`#${CSS.escape(details.id)}`);
    if (counterpart instanceof HTMLDetailsElement) counterpart.open = details.open;
  }
}
