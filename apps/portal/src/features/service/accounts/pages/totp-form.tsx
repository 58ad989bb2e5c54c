import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';
import { ConfirmFirst } from './passkeys.tsx';

interface TotpFormProps {
  ctx: SignedInContext;
  hasPassword: boolean;
  /** Whether a user without a password has to confirm their identity first. */
  confirmFirst: boolean;
  problems: readonly Problem[];
}

/** Form to set up an authenticator app, or to renew its backup codes or remove it. */
export function TotpForm({ ctx, hasPassword, confirmFirst, problems }: TotpFormProps) {
  const { text, label } = accountText(ctx);
  if (!hasPassword && confirmFirst) return <ConfirmFirst ctx={ctx} />;
  return (
    <form method="post" action={ctx.href(accountPaths.totp)} novalidate class="more">
      {hasPassword && (
        <InputText
          ctx={ctx}
          name="totpPassword"
          type="password"
          label={label.security.current}
          autocomplete="current-password"
          error={errorOf(problems, 'totpPassword', ctx)}
        />
      )}
      <div class="form-actions">
        {ctx.user.twoFactorEnabled ? (
          <>
            <Button type="outline" name="act" value="codes">
              {text.security.newBackupCodes}
            </Button>
            <Button type="outline" name="act" value="stop">
              {text.security.totpStop}
            </Button>
          </>
        ) : (
          <Button name="act" value="start">
            {text.security.totpStart}
          </Button>
        )}
      </div>
    </form>
  );
}
