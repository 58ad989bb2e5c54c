import { raw } from 'hono/utils/html';
import { renderSVG } from 'uqr';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { ErrorSummary } from '../../../../ui/components/error-summary.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf, errorsFor } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { AccountPage } from './account-page.tsx';

export interface TotpView {
  /** `otpauth:` URI; shown once, when set-up begins. */
  uri?: string | undefined;
  /** Shown once, when they are created. */
  backupCodes?: readonly string[] | undefined;
  /** Whether set-up still needs a code from the app. */
  confirming: boolean;
  problems: readonly Problem[];
}

export function TotpPage({ ctx, view }: { ctx: SignedInContext; view: TotpView }) {
  const { text, label } = accountText(ctx);
  return (
    <AccountPage ctx={ctx} title={label.totp.heading}>
      <ErrorSummary ctx={ctx} errors={errorsFor(view.problems, ctx, 'code')} />
      {view.uri && <Secret ctx={ctx} uri={view.uri} />}
      {view.backupCodes && (
        <section>
          <h2>{text.totp.codesHeading}</h2>
          <p>{text.totp.codesLead}</p>
          <ul class="backup-codes">
            {view.backupCodes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.confirming ? (
        <form method="post" action={`${ctx.href(accountPaths.totp)}/confirm`} novalidate>
          <InputText
            ctx={ctx}
            name="code"
            width="short"
            label={label.totp.confirm}
            help={view.uri ? undefined : label.totp.again}
            autocomplete="one-time-code"
            error={errorOf(view.problems, 'code', ctx)}
          />
          <div class="form-actions">
            <Button>{text.totp.submit}</Button>
            <a href={ctx.href(accountPaths.security)}>{text.totp.back}</a>
          </div>
        </form>
      ) : (
        <p>
          <a href={ctx.href(accountPaths.security)}>{text.totp.back}</a>
        </p>
      )}
    </AccountPage>
  );
}

function Secret({ ctx, uri }: { ctx: SignedInContext; uri: string }) {
  const { text, label } = accountText(ctx);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <section>
      <p>{text.totp.scan}</p>
      <div class="qr-code" role="img" aria-label={label.totp.picture}>
        {raw(renderSVG(uri, { border: 2 }))}
      </div>
      <p>
        {text.totp.key} <code class="totp-key">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </section>
  );
}
