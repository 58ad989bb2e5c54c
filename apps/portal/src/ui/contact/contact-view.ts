import { type Contact, type OpeningSpan, telephoneHref } from '../../platform/contact/contact.ts';
import { type Opening, openingAt } from '../../platform/contact/opening.ts';
import type { TextView } from '../collections/views.ts';
import type { RecordWording } from '../text/record-wording.ts';

/** How somebody is reached, and whether they answer now. */
export interface ContactView {
  telephone?: { number: string; href: string };
  hours?: readonly OpeningSpan[];
  /** Hours in words. */
  hoursNote?: TextView;
  /** At the moment for which the view was made; absent where the hours are not known. */
  opening?: Opening;
  mail?: string;
  form?: string;
  /** When somebody last looked whether it is right, `YYYY-MM-DD`. */
  checkedOn?: string;
}

/** @param path  where the contact stands in its record, such as `numbers.2`; empty: at the top */
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
