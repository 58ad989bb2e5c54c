import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import type { Markup } from '../text/ruby.ts';
import { words } from '../text/words.ts';
import type { ContactView } from './contact-view.ts';
import { contactText } from './messages.ts';
import { OpeningHours } from './opening-hours.tsx';
import { OpeningNow } from './opening-now.tsx';

interface ContactLinesProps {
  ctx: PageContext;
  contact: ContactView;
  /** Name of the contact. */
  name?: Markup;
}

/** Contact details: telephone link, opening hours and whether it is open now, mail and form. */
export function ContactLines({ ctx, contact, name }: ContactLinesProps) {
  const { text } = contactText(ctx);
  const { telephone, hours, hoursNote, opening, mail, form } = contact;
  return (
    <div class="contact">
      {telephone && (
        <a class="telephone" href={telephone.href}>
          {icon.phone}
          {name && <span class="telephone-name">{name}</span>}
          <span class="telephone-number">{telephone.number}</span>
        </a>
      )}
      {!telephone && name && <p class="contact-name">{name}</p>}
      {opening && (
        <p>
          <OpeningNow ctx={ctx} opening={opening} />
        </p>
      )}
      {hours && (
        <p class="contact-hours">
          <OpeningHours ctx={ctx} hours={hours} />
        </p>
      )}
      {hoursNote && <p class="contact-hours">{words(hoursNote, ctx)}</p>}
      {mail && (
        <p>
          {text.mail}: <a href={`mailto:${mail}`}>{mail}</a>
        </p>
      )}
      {form && (
        <p>
          <a href={form} rel="external">
            {text.form}
          </a>
        </p>
      )}
    </div>
  );
}
