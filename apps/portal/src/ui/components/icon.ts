import { raw } from 'hono/utils/html';
import type { Markup } from '../text/ruby.ts';

const shapes = {
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
  arrow: '<path d="M5 12h14m-5.5-5.5L19 12l-5.5 5.5"/>',
  external: '<path d="M9 5H5v14h14v-4m-6-10h6v6m0-6-9 9"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  close: '<path d="m6.5 6.5 11 11m0-11-11 11"/>',
  chevron: '<path d="m6 9.5 6 6 6-6"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  alert: '<path d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.2v.3"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5m0-9v.3"/>',
  help: '<path d="M4 6.5h16v10h-8L7.5 20v-3.5H4z"/><path d="M8.5 11.5h7"/>',
  target: '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="4"/><path d="M12 12v.01"/>',
  people:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 5.300a3.5 3.5 0 0 1 0 6.400M17.5 14c2.3.7 3.6 2.6 4 5.5"/>',
  building: '<path d="M5 20.5v-16h9v16m0-11h5.5v11M3 20.5h18.5M8 8.5h3m-3 4h3m-3 4h3"/>',
  calendar: '<path d="M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8m7-4.5V8"/>',
  download: '<path d="M12 4v11.5m-5-5 5 5 5-5M5 20h14"/>',
  phone:
    '<path d="M6 3.5h3l1.5 5-2.2 1.6c1 2.2 3.4 4.6 5.6 5.600l1.6-2.2 5 1.500v3c0 1.4-1.2 2.5-2.6 2.300C10.5 19.5 4.5 13.5 3.7 6.1 3.5 4.7 4.6 3.5 6 3.500z"/>',
  filter: '<path d="M4 6.5h16M7 12h10m-7 5.5h4"/>',
} as const;

export type IconName = keyof typeof shapes;

/**
 * A line icon the size of the surrounding text; decorative only, so it must not be the only carrier of
 * meaning.
 */
export const icon = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [
    name,
    raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`),
  ]),
) as Record<IconName, Markup>;
