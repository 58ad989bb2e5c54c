/**
 * Browsers without `::details-content` cannot show a closed disclosure's content by style alone, so the ones that
 * are always open on a wide screen (menu, filters) are opened here.
 */
if (!CSS.supports('selector(::details-content)')) {
  const wide = window.matchMedia('(min-width: 64em)');
  const follow = (): void => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-open-when-wide]'))
      details.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}
