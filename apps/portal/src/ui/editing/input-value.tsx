import { raw } from 'hono/utils/html';
import type { ComparedInput } from '../../platform/editing/form/comparison.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { renderMarkdown } from '../text/markdown.ts';
import { editingWords } from './messages.ts';
import { PictureImage } from './picture-image.tsx';

interface InputValueProps {
  ctx: PageContext;
  input: Pick<ComparedInput, 'after' | 'format'>;
  /** Address of a picture by its file; absent: the file's name is shown. */
  pictureHref?: ((file: string) => string) | undefined;
}

/** Value of an input as readers will see it; Markdown source can be expanded. */
export function InputValue({ ctx, input: { after, format }, pictureHref }: InputValueProps) {
  const { text } = editingWords(ctx);
  if (after === '') return <p class="typed-text">{text.comparison.empty}</p>;
  if (format === 'picture' && pictureHref)
    return (
      <p class="chosen-picture">
        <PictureImage file={after} href={pictureHref(after)} alt={text.comparison.picture} />
      </p>
    );
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

/** Rendered Markdown, visually separate from the page around it. */
export function Typeset({ ctx, source }: { ctx: PageContext; source: string }) {
  return (
    <figure class="typeset">
      <figcaption class="field-comparison-side">{editingWords(ctx).text.comparison.typeset}</figcaption>
      <div class="prose">{raw(renderMarkdown(source))}</div>
    </figure>
  );
}
