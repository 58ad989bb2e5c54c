import { and, eq } from 'drizzle-orm';
import { transact } from '../../../platform/database/transact.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { membership, siteUser } from '../../../platform/identity/schema.ts';
import { addressee, addresseeColumns, isWrittenTo } from '../../../platform/mail/addressee.ts';
import { defineMail } from '../../../platform/mail/template.ts';
import {
  organisationsWithFormerOwners,
  tokensOfFormerOwners,
} from '../../../platform/organisations/former-owners.ts';
import { done } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { digestOf } from '../../../platform/signing/token-digest.ts';
import { accountPaths } from './account-paths.ts';

interface TokensLeft {
  organisation: string;
  /** Names of the tokens. */
  tokens: string[];
  link: string;
}

/** To an organisation's owners, of tokens whose maker is no owner any more. */
const tokensLeftMail = defineMail<TokensLeft>(
  'accounts.tokens-left',
  { ja: '責任者でなくなった人のアクセストークン', en: 'Access tokens of a former owner' },
  {
    ja: ({ organisation, tokens, link }) => ({
      subject: '責任者でなくなった人が作ったアクセストークンがあります',
      body: [
        `「${organisation}」の責任者でなくなった人が作ったアクセストークンが、いまも使えます。`,
        { list: tokens },
        'トークンは組織のものなので、そのまま使い続けられます。作った人が控えているおそれがあるときは、取り消して、作り直してください。',
        { link: 'アクセストークンを見る', href: link },
      ],
    }),
    en: ({ organisation, tokens, link }) => ({
      subject: 'Access tokens made by a former owner',
      body: [
        `Access tokens of “${organisation}” made by somebody who is no owner any more still work.`,
        { list: tokens },
        'A token acts for the organisation, so programs may go on with it. If its maker may have kept a copy, revoke it and make another.',
        { link: 'See the access tokens', href: link },
      ],
    }),
  },
);

/**
 * Tells the owners of each organisation of tokens whose maker is no owner any more, once.
 * @returns number of mails requested, including those sent before
 */
export async function notifyOfTokensLeft({
  connection,
  mail,
  config,
  rooms,
  now,
}: Pick<Platform, 'connection' | 'mail' | 'config' | 'rooms' | 'now'>): Promise<number> {
  const { db } = connection;
  let asked = 0;
  for (const organisationId of await organisationsWithFormerOwners(db, now())) {
    const room = await rooms.find(organisationId);
    if (!room) continue;
    const tokens = await tokensOfFormerOwners(room.tenant, now());
    if (tokens.length === 0) continue;
    const owners = await db
      .select(addresseeColumns)
      .from(membership)
      .innerJoin(siteUser, eq(siteUser.id, membership.userId))
      .where(and(isWrittenTo, eq(membership.organizationId, organisationId), eq(membership.role, 'owner')));
    const link = accountPaths.accessTokens(organisationId);
    const which = digestOf(
      tokens
        .map(({ id }) => id)
        .sort()
        .join(),
    );
    await transact(db, async (tx) => {
      for (const { id, email, language } of owners.map(addressee))
        await mail.send(tx, {
          to: email,
          template: tokensLeftMail,
          data: {
            organisation: room.organisation.name,
            tokens: tokens.map(({ name }) => name),
            link: siteUrl(config.baseUrl, link, language),
          },
          language,
          key: `accounts.tokens-left/${organisationId}/${which}/${id}`,
        });
      return done(undefined);
    });
    asked += owners.length;
  }
  return asked;
}
