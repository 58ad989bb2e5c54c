import { raw } from 'hono/utils/html';
import type { Reading } from '../../platform/i18n/language.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import type { Markup } from '../text/ruby.ts';

/**
 * Makes a component of one that is the same on every page for everybody who reads in the same way: it is drawn once
 * for each way of reading.
 */
export function sameForAll(
  draw: (props: { ctx: PageContext }) => { toString(): string | Promise<string> },
): (props: { ctx: PageContext }) => Markup {
  const drawn = new Map<string, Markup>();
  return ({ ctx }) => {
    const reading = nameOf(ctx);
    let markup = drawn.get(reading);
    if (markup === undefined) {
      markup = raw(String(draw({ ctx })));
      drawn.set(reading, markup);
    }
    return markup;
  };
}

function nameOf({ language, easy, furigana }: Reading): string {
  return `${language} ${easy} ${furigana}`;
}
