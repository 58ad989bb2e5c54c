/** Longest stretch that is read at once; what has no end by then is cut. */
const LONGEST_SENTENCE = 400;
const END = /[。！？!?\n\r]+[」』）)]*\s*/g;

/** The sentences of a text, without gaps. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  const push = (end: number) => {
    while (start < end) {
      const stop = end - start <= LONGEST_SENTENCE ? end : cut(text, start);
      sentences.push({ start, end: stop });
      start = stop;
    }
  };
  for (const { index, 0: mark } of text.matchAll(END)) push(index + mark.length);
  push(text.length);
  return sentences;
}

/** The last comma or blank of a long stretch, or its longest length; never within a surrogate pair. */
function cut(text: string, start: number): number {
  const limit = start + LONGEST_SENTENCE;
  for (let at = limit; at > start + LONGEST_SENTENCE / 2; at--)
    if (/[、,，\s]/.test(text[at - 1] as string)) return at;
  return (text.charCodeAt(limit) & 0xfc00) === 0xdc00 ? limit - 1 : limit;
}
