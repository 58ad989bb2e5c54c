import type { Reading } from '../../platform/i18n/language.ts';

/**
 * Makes a function that draws a thing only once for each way of reading, and keeps the drawing as long as the thing
 * lives: for things that never change, another takes their place.
 */
export function drawnOnce<Thing extends object, Way extends Reading, Drawing>(
  draw: (thing: Thing, reading: Way) => Drawing,
): (thing: Thing, reading: Way) => Drawing {
  const drawings = new WeakMap<Thing, Map<string, Drawing>>();
  return (thing, reading) => {
    const drawn = drawings.get(thing) ?? new Map<string, Drawing>();
    const way = wayOfReading(reading);
    let drawing = drawn.get(way);
    if (drawing === undefined) {
      drawing = draw(thing, reading);
      drawings.set(thing, drawn.set(way, drawing));
    }
    return drawing;
  };
}

/** Names everything that the same thing is drawn differently for. */
export function wayOfReading({ language, easy, furigana }: Reading): string {
  if (!easy && !furigana) return language;
  return `${language} ${easy} ${furigana}`;
}
