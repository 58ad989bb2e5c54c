/**
 * The page numbers to show: first, last, and those around the current one.
 * @returns ascending numbers; `gap` where two or more are omitted
 */
export function pageWindow(page: number, pageCount: number): (number | 'gap')[] {
  const shown: (number | 'gap')[] = [];
  let last = 0;
  for (let candidate = 1; candidate <= pageCount; candidate += 1) {
    const near = Math.abs(candidate - page) <= 1 || candidate === 1 || candidate === pageCount;
    if (!near) continue;
    if (candidate - last === 2) shown.push(last + 1);
    else if (candidate - last > 2) shown.push('gap');
    shown.push(candidate);
    last = candidate;
  }
  return shown;
}
