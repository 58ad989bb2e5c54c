import type { PageContext } from '../../platform/web/page-context.ts';
import type { SentForm } from '../../platform/web/page-routes.ts';
import { SendAgain } from '../components/send-again.tsx';
import { Shell } from '../shell/shell.tsx';
import { sitePaths } from '../shell/site-paths.ts';
import { statusText } from './messages.ts';

/**
 * Returns a form sent after the session ended: after signing in again in another tab, it can be sent again.
 */
export function SignedOutPage({ ctx, sent }: { ctx: PageContext; sent: SentForm }) {
  const { text, label } = statusText(ctx);
  return (
    <Shell ctx={ctx} title={label.signedOut.title} description={label.signedOut.title} unlisted>
      <div class="container page" data-width="narrow">
        <h1>{text.signedOut.title}</h1>
        <p class="page-lead">{text.signedOut.lead}</p>
        <ol>
          <li>
            <a href={ctx.href(sitePaths.signIn)} target="_blank" rel="noopener">
              {text.signedOut.signIn}
            </a>
          </li>
          <li>{text.signedOut.comeBack}</li>
        </ol>
        <SendAgain sent={sent}>{text.signedOut.again}</SendAgain>
      </div>
    </Shell>
  );
}
