import { raw } from 'hono/utils/html';
import type { PageContext } from '../../platform/web/page-context.ts';
import { wayOfReading } from '../text/drawn-once.ts';
import type { Markup } from '../text/ruby.ts';

/**
 * Caches a component that renders the same for all readers with the same display settings.
 * @param differs  key of any other difference between pages; the number of keys must be small
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
