import { unpublishedPicturePath } from '../../../../platform/pictures/picture.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { Autosave } from '../../../../ui/editing/autosave.tsx';
import { EditConflicts } from '../../../../ui/editing/conflicts.tsx';
import { DocumentFields } from '../../../../ui/editing/document-fields.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { errorsFor } from '../../../../ui/text/problems.ts';
import { entryPaths } from '../../entries/pages/index.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { EditorView } from '../views.ts';
import { isLong, Outline } from './outline.tsx';
import { editingTrail } from './trail.ts';

const formId = 'document';

/** Editor of one part of a document, with outline and, if its kind has a page, a preview. */
export function EditorPage({ ctx, view }: { ctx: PageContext; view: EditorView }) {
  const { text, label } = editingText(ctx);
  const { id, problems, fields } = view;
  const address = `${ctx.href(editingPaths.edit(id))}?part=${encodeURIComponent(view.part)}`;
  const nothingHere = view.part === '' && !view.hasMain;
  // Between the fields, where its items are in the document; a long one has a search, a form of its own.
  const between = view.above < fields.length && !isLong(view);
  const hasLists = view.outline.length > 0;
  const above = between ? view.above : fields.length;
  const outline = <Outline ctx={ctx} view={view} form={formId} />;
  const first = fields[0] ? `${view.prefix}${fields[0].name}` : 'outline';
  const shared = {
    ctx,
    prefix: view.prefix,
    inputs: view.inputs,
    problems,
    choices: view.choices,
    pictures: {
      upload: ctx.href(entryPaths.pictures(id)),
      href: (file: string) => unpublishedPicturePath(id, file),
    },
  };
  return (
    <EditorialPage
      ctx={ctx}
      styles={['site-editor']}
      title={label.editor.title(view.title)}
      trail={editingTrail(ctx, { id, title: view.title })}
    >
      <ErrorSummary ctx={ctx} errors={errorsFor(problems, ctx, first)} />
      <div class="document-editor" data-previewed={view.previewed ? '' : undefined}>
        <div>
          {hasLists && (
            <p class="more">
              <a href="#outline">{text.editor.toOutline}</a>
            </p>
          )}
          <Autosave ctx={ctx}>
            <form
              method="post"
              action={address}
              id={formId}
              enctype={view.hasPictures ? 'multipart/form-data' : undefined}
              novalidate
            >
              {/* Default button for the Enter key; must come first. */}
              <button type="submit" class="visually-hidden" name="after" value="save" tabindex={-1}>
                {text.editor.save}
              </button>
              <input type="hidden" name="seen" value={view.seen} />
              {view.conflicts.length > 0 && <EditConflicts ctx={ctx} conflicts={view.conflicts} />}
              {nothingHere && <p>{text.editor.lists}</p>}
              {hasLists && !nothingHere && <h2>{view.partName ?? text.editor.main}</h2>}
              {view.inUse !== undefined && <p>{text.editor.inUse(view.inUse)}</p>}
              <DocumentFields {...shared} fields={fields.slice(0, above)} />
              {between && (
                <>
                  {outline}
                  <h2>{text.editor.others}</h2>
                  <DocumentFields {...shared} fields={fields.slice(above)} />
                </>
              )}
              {view.saved && (
                <section aria-labelledby="saved-finds">
                  <h3 id="saved-finds">{text.savedFinds(view.saved.total)}</h3>
                  <ol>
                    {view.saved.titles.map(({ title }) => (
                      <li>{title}</li>
                    ))}
                  </ol>
                </section>
              )}
              {!nothingHere && <p class="form-control-help">{text.editor.autosaveNote}</p>}
              <p role="status" class="autosave-status" />
              <div class="form-actions">
                {!nothingHere && (
                  <Button name="after" value="save">
                    {text.editor.save}
                  </Button>
                )}
                <Button name="after" value="leave" type="outline">
                  {text.editor.leave}
                </Button>
                {(view.previewed || view.searched) && (
                  <Button name="after" value="preview" type="outline">
                    {view.previewed ? text.editor.preview : text.item.rehearse}
                  </Button>
                )}
              </div>
            </form>
          </Autosave>
          {hasLists && !between && outline}
        </div>
        {view.previewed && <Frame ctx={ctx} id={id} part={view.part} />}
      </div>
    </EditorialPage>
  );
}

/** Preview next to the form on wide screens; a separate page on phones. */
function Frame({ ctx, id, part }: { ctx: PageContext; id: string; part: string }) {
  const { text, label } = editingText(ctx);
  const address = ctx.href(editingPaths.preview(id));
  // Blocks of a page have their own ids for anchors.
  const anchor = part.slice(part.indexOf('.') + 1);
  return (
    <section class="document-preview" aria-labelledby="preview">
      <h2 id="preview">{text.frame.title}</h2>
      <p>
        <a href={address}>{text.frame.open}</a>
      </p>
      <draft-preview>
        <iframe src={`${address}#${anchor}`} title={label.frame.title} />
      </draft-preview>
    </section>
  );
}
