import { writeDay, writeMoment } from '../../../../platform/i18n/dates.ts';
import type { ListedAccessToken } from '../../../../platform/organisations/access-token.ts';
import { definedScopes } from '../../../../platform/organisations/scopes.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { OrganisationContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Select } from '../../../../ui/components/choices.tsx';
import { FormGroup } from '../../../../ui/components/form-control.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { accountPaths } from '../account-paths.ts';
import type { ProofView } from '../confirm-identity.ts';
import { accountText } from '../messages.ts';
import { AdministrationPage } from './administration-page.tsx';
import { IdentityProof } from './identity-proof.tsx';

/** Days after which a token may end. */
export const tokenLives = [30, 90, 365] as const;
/** Name of a scope's checkbox. */
export const scopeField = (scope: string) => `scope.${scope}`;

export interface AccessTokensView {
  tokens: readonly (ListedAccessToken & {
    state: 'live' | 'revoked' | 'expired';
    /** It is active, and its maker is no owner any more. */
    isLeft: boolean;
  })[];
  /** Number of such tokens. */
  left: number;
  /** The new token; shown once, in the response to the form. */
  made?: string;
  revoked: boolean;
  proof: ProofView;
  problems: readonly Problem[];
  formValues: Readonly<Record<string, string>>;
}

/** Access tokens of an organisation: list and form to create one. */
export function AccessTokensPage({ ctx, view }: { ctx: OrganisationContext; view: AccessTokensView }) {
  const { text, label } = accountText(ctx);
  const wording = label.accessTokens;
  const address = ctx.href(accountPaths.accessTokens(ctx.organisation.id));
  const { formValues, problems } = view;
  return (
    <AdministrationPage
      ctx={ctx}
      title={wording.title}
      lead={wording.lead}
      trail={[
        { label: ctx.organisation.name, href: ctx.href(accountPaths.organisation(ctx.organisation.id)) },
      ]}
      notice={view.revoked ? wording.revoked : undefined}
      problems={problems}
      firstField="name"
    >
      {view.made && <MadeToken ctx={ctx} token={view.made} />}
      {view.left > 0 && <TokensLeft ctx={ctx} count={view.left} />}
      <section>
        {view.tokens.length === 0 ? <p>{text.accessTokens.none}</p> : <TokenTable ctx={ctx} view={view} />}
      </section>
      <section>
        <h2>{text.accessTokens.createHeading}</h2>
        <form method="post" action={address} novalidate>
          <InputText
            ctx={ctx}
            name="name"
            label={wording.name}
            help={wording.nameHelp}
            value={formValues.name ?? ''}
            maxlength={100}
            autocomplete="off"
            error={errorOf(problems, 'name', ctx)}
          />
          <FormGroup ctx={ctx} name="scopes" label={wording.scopes} error={errorOf(problems, 'scopes', ctx)}>
            {definedScopes().map(([scope, scopeLabel]) => (
              <label class="choice">
                <input
                  class="checkbox"
                  type="checkbox"
                  name={scopeField(scope)}
                  value="on"
                  checked={formValues[scopeField(scope)] === 'on'}
                />
                <span>
                  {scopeLabel[ctx.language]} <code>{scope}</code>
                </span>
              </label>
            ))}
          </FormGroup>
          <Select
            ctx={ctx}
            name="days"
            label={wording.days}
            options={tokenLives.map((days) => ({ value: String(days), label: wording.after(days) }))}
            value={formValues.days ?? '90'}
          />
          <IdentityProof ctx={ctx} view={view.proof} problems={problems} submit={text.accessTokens.create} />
        </form>
      </section>
    </AdministrationPage>
  );
}

function MadeToken({ ctx, token }: { ctx: OrganisationContext; token: string }) {
  const { text, label } = accountText(ctx);
  return (
    <NotificationBanner type="success" heading={text.accessTokens.made} level={2}>
      <p>{text.accessTokens.madeLead}</p>
      <p>
        <span class="visually-hidden">{label.accessTokens.tokenLabel}: </span>
        <code class="access-token">{token}</code>
      </p>
    </NotificationBanner>
  );
}

/** Says that some makers are owners no more, and revokes their tokens in one go. */
function TokensLeft({ ctx, count }: { ctx: OrganisationContext; count: number }) {
  const { text } = accountText(ctx);
  const address = ctx.href(accountPaths.accessTokens(ctx.organisation.id));
  return (
    <NotificationBanner type="warning" heading={text.accessTokens.left(count)} level={2}>
      <p>{text.accessTokens.leftLead}</p>
      <form method="post" action={`${address}/revoke-left`}>
        <Button type="outline" size="sm">
          {text.accessTokens.revokeLeft(count)}
        </Button>
      </form>
    </NotificationBanner>
  );
}

function TokenTable({ ctx, view }: { ctx: OrganisationContext; view: AccessTokensView }) {
  const { text, label } = accountText(ctx);
  const wording = label.accessTokens;
  const address = ctx.href(accountPaths.accessTokens(ctx.organisation.id));
  return (
    <Table
      stacked
      caption={wording.caption}
      columns={[
        { label: wording.name },
        { label: wording.scopes },
        { label: wording.madeBy },
        { label: wording.state },
        { label: wording.expires },
        { label: wording.lastUse },
        { label: wording.action },
      ]}
      rows={view.tokens.map((token) => {
        const day = token.lastUsedOn && writeDay(token.lastUsedOn, ctx.language);
        return [
          token.name,
          token.scopes.join(', '),
          <>
            {token.createdBy ?? '–'}{' '}
            {token.isLeft && <StatusLabel tone="warning">{text.accessTokens.noOwner}</StatusLabel>}
          </>,
          wording.states[token.state],
          writeMoment(token.expiresAt, ctx.language),
          day ? (token.lastUsedFrom ? wording.from(day, token.lastUsedFrom) : day) : text.accessTokens.never,
          token.state === 'live' ? (
            <form method="post" action={`${address}/${token.id}/revoke`}>
              <Button type="outline" size="sm">
                {text.accessTokens.revoke}
                <span class="visually-hidden"> ({token.name})</span>
              </Button>
            </form>
          ) : (
            ''
          ),
        ];
      })}
    />
  );
}
