import { micromark } from 'micromark';
import type { Label } from '../i18n/localised.ts';
import { markdownFault, unescapeHtml } from './markdown.ts';

const target = /<(?:a href|img src)="([^"]*)"/g;
const mayHoldLinks = /[\]<]/;
const scheme = /^[a-z][a-z\d+.-]*:/i;

/**
 * Addresses in a Markdown text that would not work once published: dropped schemes such as `javascript:` and
 * `tel:`, empty ones, and those without a scheme such as `www.example.jp`.
 */
export function brokenLinks(source: string): string[] {
  if (!mayHoldLinks.test(source) || markdownFault(source)) return [];
  const shown = targetsOf(micromark(source));
  const meant = targetsOf(micromark(source, { allowDangerousProtocol: true }));
  return [
    ...new Set(meant.filter((address, at) => shown[at] === '' || !leadsSomewhere(address)).map(readable)),
  ];
}

/** Message about the first broken link, for the author; undefined if there is none. */
export function brokenLinkFault(source: string): Label | undefined {
  const [address] = brokenLinks(source);
  if (address === undefined) return undefined;
  return address === ''
    ? {
        ja: `リンク先が空です。${requirement.ja}`,
        en: `A link has no address. ${requirement.en}`,
      }
    : {
        ja: `リンク先「${address}」は公開されません。${requirement.ja}`,
        en: `The link to “${address}” would not be published. ${requirement.en}`,
      };
}

const requirement = {
  ja: 'https://、http://、mailto: のどれかで始まるアドレスか、/ で始まるこのサイトの中のアドレスにしてください。',
  en: 'Let it begin with https://, http:// or mailto:, or with / for a page of this site.',
};

function targetsOf(html: string): string[] {
  return [...html.matchAll(target)].map(([, address = '']) => unescapeHtml(address));
}

function leadsSomewhere(address: string): boolean {
  if (/^https?:/i.test(address)) return URL.canParse(address);
  if (/^mailto:/i.test(address)) return address.includes('@');
  return !scheme.test(address) && /^[/#?]/.test(address);
}

/** An address as the author entered it. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
