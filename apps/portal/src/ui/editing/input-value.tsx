import { raw } from 'hono/utils/html';
import type { ComparedInput } from '../../platform/editing/form/comparison.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { renderMarkdown } from '../text/markdown.ts';
import { editingWords } from './messages.ts';

interface InputValueProps {
  ctx: PageContext;
  input: Pick<ComparedInput, 'after' | 'format'>;
}

/** What an input holds, as it will be read; how a text in Markdown was typed can be unfolded. */
export function InputValue({ ctx, input: { after, format } }: InputValueProps) {
  const { text } = editingWords(ctx);
  if (after === '') return <p class="typed-text">{text.comparison.empty}</p>;
  if (format === 'markdown')
    return (
      <>
        <Typeset ctx={ctx} source={after} />
        <Disclosure summary={text.comparison.source}>
          <p class="typed-text">{after}</p>
        </Disclosure>
      </>
    );
  if (format === 'address' && URL.canParse(after))
    return (
      <p class="typed-text">
        <a href={after} rel="noreferrer nofollow">
          {after}
        </a>
      </p>
    );
  return <p class="typed-text">{after}</p>;
}

/** A text in Markdown as its readers will see it, told apart from the page around it. */
export function Typeset({ ctx, source }: { ctx: PageContext; source: string }) {
  return (
    <figure class="typeset">
      <figcaption class="field-comparison-side">{editingWords(ctx).text.comparison.typeset}</figcaption>
      <div class="prose">{raw(renderMarkdown(source))}</div>
    </figure>
  );
}
