/** Reads cases/incidents.txt: texts in which what is to be found stands as {type|text}. */
import { readFileSync } from 'node:fs';
import type { MentionType, Span } from '../src/mention.ts';

export interface Incident {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly (Span & { text: string; type: MentionType })[];
}

export function readIncidents(): Incident[] {
  const file = readFileSync(new URL('./incidents.txt', import.meta.url), 'utf8');
  return file
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trim().split('\n');
      const expected: (Span & { text: string; type: MentionType })[] = [];
      let text = '';
      let copied = 0;
      const marked = lines.join('\n').trim();
      for (const { index, 0: whole, 1: type, 2: found = '' } of marked.matchAll(/\{([a-z-]+)\|([^}]*)\}/g)) {
        text += marked.slice(copied, index);
        expected.push({
          start: text.length,
          end: text.length + found.length,
          text: found,
          type: type as MentionType,
        });
        text += found;
        copied = index + whole.length;
      }
      return { title, text: text + marked.slice(copied), expected };
    });
}
