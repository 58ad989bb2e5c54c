import { raw } from 'hono/utils/html';
import type { PageContext } from '../../platform/web/page-context.ts';
import { wayOfReading } from '../text/drawn-once.ts';
import type { Markup } from '../text/ruby.ts';

/**
 * Makes a component of one that is the same on every page for everybody who reads in the same way: it is drawn once
 * for each way of reading.
 * @param differs  names what else about a page it is drawn differently for; there must be few such names
 */
export function sameForAll(
  draw: (props: { ctx: PageContext }) => { toString(): string | Promise<string> },
  differs: (ctx: PageContext) => string = () => '',
): (props: { ctx: PageContext }) => Markup {
  const drawn = new Map<string, Markup>();
  return ({ ctx }) => {
    const way = wayOfReading(ctx) + differs(ctx);
    let markup = drawn.get(way);
    if (markup === undefined) {
      markup = raw(String(draw({ ctx })));
      drawn.set(way, markup);
    }
    return markup;
  };
}
