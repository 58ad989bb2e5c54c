import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { Upload } from '../uploads.ts';
import { importTrail } from './import-trail.ts';

/** A file that could not be read, with the reason and what to do. */
export function RefusedPage({ ctx, upload }: { ctx: PageContext; upload: Upload }) {
  const { text, label } = importText(ctx);
  return (
    <EditorialPage
      ctx={ctx}
      title={label.refused.heading}
      lead={upload.fileName}
      trail={importTrail(ctx)}
      width="narrow"
    >
      <NotificationBanner type="error" heading={upload.fault?.[ctx.language] ?? ''} />
      <p class="more">
        <ButtonLink href={ctx.href(importPaths.list)}>{text.refused.again}</ButtonLink>
      </p>
    </EditorialPage>
  );
}
