import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { StatusLabel } from '../../../../ui/components/status-label.tsx';
import { ContactLines } from '../../../../ui/contact/contact-lines.tsx';
import { linkTelephones } from '../../../../ui/contact/telephone-links.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { HelperView } from '../views.ts';

/** Contacts with opening hours, and whether they are open now. */
export function Helpers({ ctx, helpers }: { ctx: PageContext; helpers: HelperView[] }) {
  const { text } = catalogueText(ctx);
  const checkedOn = helpers.flatMap(({ contact }) => contact.checkedOn ?? []).sort()[0];
  return (
    <>
      <ul class="helpers">
        {helpers.map((helper) => (
          <li>
            <ContactLines ctx={ctx} contact={helper.contact} name={words(helper.label, ctx)} />
            <p>{linkTelephones(words(helper.when, ctx))}</p>
            {helper.unconfirmed && <Unconfirmed ctx={ctx} {...helper.unconfirmed} />}
          </li>
        ))}
      </ul>
      {ctx.language === 'en' && <p class="quiet">{text.help.inJapanese}</p>}
      {checkedOn && <p class="quiet">{text.help.checkedOn(writeDay(checkedOn, ctx.language))}</p>}
    </>
  );
}

/** For editors: unconfirmed facts with their source. */
function Unconfirmed({ ctx, source, readOn }: { ctx: PageContext } & NonNullable<HelperView['unconfirmed']>) {
  const { text } = catalogueText(ctx);
  return (
    <p class="quiet">
      <StatusLabel tone="warning">{text.help.toBeConfirmed}</StatusLabel>{' '}
      {source && (
        <a href={source} rel="external">
          {text.help.source}
        </a>
      )}{' '}
      {readOn && writeDay(readOn, ctx.language)}
    </p>
  );
}
