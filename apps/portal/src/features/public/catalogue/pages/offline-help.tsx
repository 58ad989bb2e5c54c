import type { PageContext } from '../../../../platform/web/page-context.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { sitePaths } from '../../../../ui/shell/site-paths.ts';
import { catalogueText } from '../messages.ts';

/** @param pages  addresses of the pages of help, to be kept for when there is no connection */
export function OfflineHelp({ ctx, pages }: { ctx: PageContext; pages: readonly string[] }) {
  const { text } = catalogueText(ctx);
  return (
    <offline-help data-scope={ctx.href(sitePaths.help)} data-pages={pages.join(' ')}>
      <div role="status" hidden>
        <NotificationBanner type="info" heading={text.help.offline}>
          <p>{text.help.offlineBody}</p>
        </NotificationBanner>
      </div>
    </offline-help>
  );
}
