import type { Reading } from '../../platform/i18n/language.ts';

/** Caches a rendering per reader settings, for the lifetime of an immutable object. */
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

/** Key of the reader settings that affect rendering. */
export function wayOfReading({ language, easy, furigana }: Reading): string {
  if (!easy && !furigana) return language;
  return `${language} ${easy} ${furigana}`;
}
