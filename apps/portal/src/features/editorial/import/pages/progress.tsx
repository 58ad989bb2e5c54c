import type { PageContext } from '../../../../platform/web/page-context.ts';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { Upload } from '../uploads.ts';
import { importTrail } from './import-trail.ts';

/** Seconds until the page reloads without JavaScript. */
const renewedAfter = 3;

/** Progress of an upload. */
export function ProgressPage({ ctx, upload }: { ctx: PageContext; upload: Upload }) {
  const { text, label } = importText(ctx);
  const { id, state, position, total, fileName } = upload;
  const doing = state === 'reading' ? 'reading' : 'running';
  const number = (count: number) => count.toLocaleString('en');
  return (
    <EditorialPage
      ctx={ctx}
      styles={['import']}
      title={label.progress[doing]}
      lead={fileName}
      trail={importTrail(ctx)}
      width="narrow"
      renewedAfter={renewedAfter}
    >
      <import-progress data-from={ctx.href(importPaths.progress(id))} data-state={state}>
        <progress
          class="import-bar"
          aria-label={label.progress.bar}
          value={total > 0 ? position : undefined}
          max={total > 0 ? total : undefined}
        />
        <p role="status">
          {total > 0 ? text.progress.of(number(position), number(total)) : text.progress.opening}
        </p>
      </import-progress>
      <p class="form-control-help">{text.progress.mayLeave}</p>
    </EditorialPage>
  );
}
