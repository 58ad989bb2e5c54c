import type { PageContext } from '../../../platform/web/page-context.ts';
import type { SentForm } from '../../../platform/web/page-routes.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Shell } from '../../../ui/shell/shell.tsx';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';

/** Gives back what was sent after the session had ended: signed in again in another tab, it is sent once more. */
export function SignedOutPage({ ctx, sent }: { ctx: PageContext; sent: SentForm }) {
  const { text, label } = accountText(ctx);
  return (
    <Shell ctx={ctx} title={label.signedOut.title} description={label.signedOut.title} unlisted>
      <div class="container page" data-width="narrow">
        <h1>{text.signedOut.title}</h1>
        <p class="page-lead">{text.signedOut.lead}</p>
        <ol>
          <li>
            <a href={ctx.href(accountPaths.signIn)} target="_blank" rel="noopener">
              {text.signedOut.signIn}
            </a>
          </li>
          <li>{text.signedOut.comeBack}</li>
        </ol>
        <form method="post" action={sent.action}>
          {sent.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="form-actions">
            <Button>{text.signedOut.again}</Button>
          </div>
        </form>
      </div>
    </Shell>
  );
}
