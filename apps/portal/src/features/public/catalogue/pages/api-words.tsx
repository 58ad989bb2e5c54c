import type { PageContext } from '../../../../platform/web/page-context.ts';

/** What the document says in both languages, `English / 日本語`, in the reader's; what it says in English alone is marked so. */
export function ApiWords({ ctx, text }: { ctx: PageContext; text: string }) {
  const [en = '', ja] = text.split(' / ');
  return ctx.language === 'ja' && ja !== undefined ? <span>{ja}</span> : <span lang="en">{en}</span>;
}
