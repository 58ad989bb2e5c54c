import { raw } from 'hono/utils/html';

/** The Kakehashi logo: an arc on a deck with three hangers. */
const strokes =
  '<path d="M4 25.5C4 13 12.5 6.5 24 6.5S44 13 44 25.5" stroke-width="4"/><path d="M14 25V13.5M24 25V9M34 25V13.5" stroke-width="2.5"/><path d="M2 26.5h44" stroke-width="4"/>';

export const mark = raw(
  `<svg class="mark" viewBox="0 0 48 32" aria-hidden="true" focusable="false">${strokes}</svg>`,
);

/** The arc, large and faint; only behind the hero and on empty pages. */
export const faintArc = raw(
  '<svg class="faint-arc" viewBox="0 0 480 150" aria-hidden="true" focusable="false"><path d="M16 150C40 62 128 10 240 10s200 52 224 140"/><path class="faint-arc-hangers" d="M84 150V66M136 150V35M188 150V17M240 150V10M292 150V17M344 150V35M396 150V66"/></svg>',
);
