import { type Contact, type OpeningSpan, telephoneHref } from '../../platform/contact/contact.ts';
import { type Opening, openingAt } from '../../platform/contact/opening.ts';
import type { TextView } from '../collections/views.ts';
import type { RecordWording } from '../text/record-wording.ts';

/** Contact details, and whether the desk is open now. */
export interface ContactView {
  telephone?: { number: string; href: string };
  hours?: readonly OpeningSpan[];
  /** Hours in words. */
  hoursNote?: TextView;
  /** At the moment the view was created; absent if the hours are unknown. */
  opening?: Opening;
  mail?: string;
  form?: string;
  /** When the details were last verified, `YYYY-MM-DD`. */
  checkedOn?: string;
}

/** @param path  path of the contact in its record, such as `numbers.2`; empty: top level */
export function contactView(contact: Contact, wording: RecordWording, path: string, now: Date): ContactView {
  const { number, hours, mail, form } = contact;
  const hoursNote = wording.optional(contact.hoursNote, path === '' ? 'hoursNote' : `${path}.hoursNote`);
  const opening = openingAt(hours, now);
  const checkedOn = contact.confirmedOn ?? contact.readOn;
  return {
    ...(number && { telephone: { number, href: telephoneHref(number) } }),
    ...(hours && hours.length > 0 && { hours }),
    ...(hoursNote && { hoursNote }),
    ...(opening && { opening }),
    ...(mail && { mail }),
    ...(form && { form }),
    ...(checkedOn && { checkedOn }),
  };
}
