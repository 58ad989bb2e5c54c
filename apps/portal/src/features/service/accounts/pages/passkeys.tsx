import { dayInTokyo, writeDay } from '../../../../platform/i18n/dates.ts';
import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';

export interface PasskeysView {
  passkeys: readonly { id: string; name: string | null; createdAt: Date | null }[];
  /** Host name that passkeys are bound to; undefined if the site's address has none. */
  host: string | undefined;
  /** Whether the request was made to that host. */
  here: boolean;
  /** Whether the user has to confirm their identity before adding one. */
  confirmFirst: boolean;
}

export function PasskeySection({ ctx, view }: { ctx: SignedInContext; view: PasskeysView }) {
  const { text, label } = accountText(ctx);
  return (
    <section>
      <h2>{text.security.passkeyHeading}</h2>
      <p>{text.security.passkeyLead}</p>
      {view.passkeys.length === 0 ? (
        <p class="quiet">{text.security.none}</p>
      ) : (
        <ul class="keys">
          {view.passkeys.map((passkey) => {
            const name = passkey.name || label.security.passkeyUnnamed;
            return (
              <li>
                <span>
                  {name}
                  {passkey.createdAt && (
                    <span class="quiet">
                      {' '}
                      {text.security.passkeyAdded(writeDay(dayInTokyo(passkey.createdAt), ctx.language))}
                    </span>
                  )}
                </span>
                <form method="post" action={`${ctx.href(accountPaths.security)}/passkeys`}>
                  <input type="hidden" name="passkey" value={passkey.id} />
                  <Button type="outline" size="sm">
                    {text.security.remove}
                    <span class="visually-hidden"> ({name})</span>
                  </Button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
      <Enrolment ctx={ctx} view={view} />
    </section>
  );
}

function Enrolment({ ctx, view }: { ctx: SignedInContext; view: PasskeysView }) {
  const { text, label } = accountText(ctx);
  if (!view.host) return <p class="quiet">{text.security.passkeyNowhere}</p>;
  if (!view.here) return <p class="quiet">{text.security.passkeyHere(view.host)}</p>;
  if (view.confirmFirst) return <ConfirmFirst ctx={ctx} />;
  return (
    <passkey-enrolment data-failed={label.security.passkeyFailed}>
      <noscript>
        <p class="quiet">{text.security.withoutScript}</p>
      </noscript>
      <button type="button" class="button" data-type="outline" data-size="md" hidden>
        {text.security.passkeyAdd}
      </button>
      <p role="status" />
    </passkey-enrolment>
  );
}

/** Link to the identity confirmation, which returns to this page. */
export function ConfirmFirst({ ctx }: { ctx: SignedInContext }) {
  const { text } = accountText(ctx);
  const back = encodeURIComponent(ctx.href(ctx.path) + ctx.queryString);
  return (
    <>
      <p>{text.security.confirmFirst}</p>
      <p class="more">
        <ButtonLink type="outline" href={`${ctx.href(accountPaths.confirmIdentity)}?to=${back}`}>
          {text.security.toConfirm}
        </ButtonLink>
      </p>
    </>
  );
}
