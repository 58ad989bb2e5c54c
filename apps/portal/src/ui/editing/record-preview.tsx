import { raw } from 'hono/utils/html';
import { type ComparedInput, compareVersions } from '../../platform/editing/form/comparison.ts';
import type { EntryForm } from '../../platform/editing/form/entry-form.ts';
import { unpublishedPicturePath } from '../../platform/pictures/picture.ts';
import type { Platform } from '../../platform/platform.ts';
import { titleText } from '../../platform/publishing/kind.ts';
import type { Page } from '../../platform/web/page.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Shell } from '../shell/shell.tsx';
import { renderMarkdown } from '../text/markdown.ts';
import { editingWords } from './messages.ts';
import { wordsOf } from './offered-field.ts';
import { PictureImage } from './picture-image.tsx';

/** Preview of an unpublished record: on its kind's page, or on a generic one if the kind registered none. */
export function previewPage(
  platform: Pick<Platform, 'previews' | 'vocabulary' | 'model' | 'kinds' | 'now'>,
  form: EntryForm,
  id: string,
  data: object,
  ctx: PageContext,
): Page {
  const { previews, now } = platform;
  const page = previews.page({ id, kind: form.kind.name, data }, now(), ctx);
  if (page) return page;
  const inputs = compareVersions(form, undefined, data, wordsOf(form, platform, ctx));
  const title = titleText(form.kind, data);
  return <PlainRecord ctx={ctx} id={id} kind={form.kind.label[ctx.language]} title={title} inputs={inputs} />;
}

interface PlainRecordProps {
  ctx: PageContext;
  id: string;
  kind: string;
  title: ReturnType<typeof titleText>;
  inputs: readonly ComparedInput[];
}

function PlainRecord({ ctx, id, kind, title, inputs }: PlainRecordProps) {
  const heading = title?.[ctx.language] ?? title?.ja ?? editingWords(ctx).label.comparison.empty;
  return (
    <Shell ctx={ctx} title={heading} description={heading} unlisted>
      <div class="container page">
        <header class="page-head">
          <div>
            <p class="card-kicker">{kind}</p>
            <h1>{heading}</h1>
          </div>
        </header>
        <dl class="facts">
          {inputs
            .filter(({ after }) => after !== '')
            .map(({ label, after, format }) => (
              <div>
                <dt>{label[ctx.language]}</dt>
                <dd>
                  {format === 'markdown' ? (
                    <div class="prose">{raw(renderMarkdown(after))}</div>
                  ) : format === 'picture' ? (
                    <PictureImage
                      file={after}
                      href={unpublishedPicturePath(id, after)}
                      alt={editingWords(ctx).label.comparison.picture}
                    />
                  ) : format === 'address' && URL.canParse(after) ? (
                    <a href={after} rel="noreferrer nofollow">
                      {after}
                    </a>
                  ) : (
                    <span class="typed-text">{after}</span>
                  )}
                </dd>
              </div>
            ))}
        </dl>
      </div>
    </Shell>
  );
}
