import type { PageContext } from '../../../../platform/web/page-context.ts';

/** Text of a bilingual document (`English / 日本語`) in the reader's language; English-only text gets `lang`. */
export function ApiWords({ ctx, text }: { ctx: PageContext; text: string }) {
  const [en = '', ja] = text.split(' / ');
  return ctx.language === 'ja' && ja !== undefined ? <span>{ja}</span> : <span lang="en">{en}</span>;
}
