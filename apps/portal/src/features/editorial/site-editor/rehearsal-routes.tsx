import { currentFormValues } from '../../../platform/editing/drafts.ts';
import { compareVersions } from '../../../platform/editing/form/comparison.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import { synonymsKind } from '../../../platform/search/synonyms-kind.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { Rehearsal } from '../../public/catalogue/index.ts';
import type { EditableKind } from './editable.ts';
import type { Editing, FoundDocument } from './found-document.ts';
import { RehearsalPage } from './pages/rehearsal.tsx';
import { editingPaths } from './paths.ts';
import { titleOf } from './presenting.ts';

const maxQueries = 10;
const proposedQueries = 5;

/** Preview of search results with the drafted synonyms or vocabulary. */
export function rehearsalPages(routes: PageRoutes, editing: Editing): void {
  const { platform, catalogue } = editing;

  function rehearsal({ form: { kind }, searched }: EditableKind, data: object): Promise<Rehearsal> {
    return searched === 'synonyms'
      ? catalogue.rehearse({ synonyms: dataOf(synonymsKind, { kind: kind.name, data }) })
      : catalogue.rehearse({
          vocabulary: platform.vocabulary().with({ kind: kind.name, data, typesetting: {} }),
        });
  }

  routes.permit('editing.view').get(editingPaths.rehearse(':id'), async (c, ctx) => {
    const it = await editing.find(c);
    if (!it?.kind.searched) return undefined;
    const { entry, kind } = it;
    const ready = readRecord(kind.form, currentFormValues(kind.form, entry));
    const asked = c.req.query('queries')?.slice(0, 2_000);
    const queries = asked === undefined ? changedWords(editing, it) : linesOf(asked).slice(0, maxQueries);
    const tried = ready.ok && queries.length > 0 ? await rehearsal(kind, ready.value) : undefined;
    const results = tried ? queries.map((q) => tried.try(q, ctx)) : [];
    const view = {
      id: entry.id,
      title: titleOf(kind, entry, ctx),
      queries: queries.join('\n'),
      unready: !ready.ok,
      results: results.map((result) => ({
        ...result,
        changed:
          result.totals.before !== result.totals.after ||
          result.hits.some(({ before, after }) => before !== after),
      })),
    };
    return <RehearsalPage ctx={ctx} view={view} />;
  });
}

/** Added and removed words: the searches most likely to change. */
function changedWords({ platform }: Editing, { entry, kind }: FoundDocument): string[] {
  const ready = readRecord(kind.form, currentFormValues(kind.form, entry));
  if (!ready.ok) return [];
  const published = platform.model.get(entry.id)?.data;
  const changed = compareVersions(kind.form, published, ready.value, (_, value) => value)
    .filter((input) => input.changed && input.input.includes('.'))
    .flatMap(({ before, after }) => {
      const [was, is] = [linesOf(before), linesOf(after)];
      return [...is.filter((word) => !was.includes(word)), ...was.filter((word) => !is.includes(word))];
    });
  return [...new Set(changed)].slice(0, proposedQueries);
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
