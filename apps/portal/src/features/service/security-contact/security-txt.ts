import type { Config } from '../../../platform/config/index.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { securityPath } from './paths.ts';

const day = 24 * 60 * 60 * 1_000;
/** Days until the file's `Expires`; RFC 9116 recommends less than a year. */
const validity = 180;

type Site = Pick<Config, 'baseUrl' | 'securityContacts'>;

/**
 * The site's security.txt. `Expires` is at midnight UTC, so that the file is constant for a day.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export function writeSecurityTxt(site: Site, now: Date): string {
  const policy = siteUrl(site.baseUrl, securityPath);
  const expires = new Date((Math.floor(now.getTime() / day) + validity) * day);
  const fields = [
    // Without one the page says who takes reports.
    ...(site.securityContacts.length > 0 ? site.securityContacts : [policy]).map((contact) => [
      'Contact',
      contact,
    ]),
    ['Expires', expires.toISOString().replace('.000Z', 'Z')],
    ['Preferred-Languages', 'ja, en'],
    ['Canonical', siteUrl(site.baseUrl, '/.well-known/security.txt')],
    ['Policy', policy],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}
