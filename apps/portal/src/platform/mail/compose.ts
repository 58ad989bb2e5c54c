import type { Language } from '../i18n/language.ts';
import type { MailPart, MailText } from './template.ts';

/** A rendered mail without its addresses. */
export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
}

/** Footer of every mail. */
const closing: Record<Language, { name: string; automatic: string }> = {
  ja: {
    name: '架け橋（Kakehashi）',
    automatic: 'このメールは自動で送られています。返信されても読むことができません。',
  },
  en: { name: 'Kakehashi', automatic: 'This mail was sent automatically. Nobody reads replies to it.' },
};

/** Longer subjects are truncated: mail programs show no more. */
const longestSubject = 150;

/**
 * Renders a mail as plain text and as simple HTML with the same content.
 * @param baseUrl  origin of the site, named at the end
 */
export function composeMail(mail: MailText, language: Language, baseUrl: string): ComposedMail {
  const { name, automatic } = closing[language];
  const text = [...mail.body.map(partText), ['-- ', name, baseUrl, automatic].join('\n')].join('\n\n');
  const html = `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(oneLine(mail.subject))}</title></head>
<body style="margin:0;padding:24px;color:#1a1a1a;background:#ffffff;font-family:sans-serif;font-size:16px;line-height:1.7">
<div style="max-width:40em">
${mail.body.map(partHtml).join('\n')}
<p style="margin-top:32px;padding-top:16px;border-top:1px solid #cccccc;color:#595959;font-size:14px">${escapeHtml(name)}<br><a href="${escapeHtml(baseUrl)}">${escapeHtml(baseUrl)}</a><br>${escapeHtml(automatic)}</p>
</div></body></html>
`;
  return { subject: oneLine(mail.subject), text: `${text}\n`, html };
}

function partText(part: MailPart): string {
  if (typeof part === 'string') return part;
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
  if ('note' in part) return part.note;
  return `${part.link}\n${webAddress(part.href)}`;
}

function partHtml(part: MailPart): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part)}</p>`;
  if ('list' in part) return `<ul>${part.list.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  if ('note' in part) return `<p style="color:#595959;font-size:14px">${escapeHtml(part.note)}</p>`;
  const href = escapeHtml(webAddress(part.href));
  return `<p><a href="${href}">${escapeHtml(part.link)}</a><br><span style="color:#595959;font-size:14px;word-break:break-all">${href}</span></p>`;
}

/** @throws Error for any scheme other than http and https: a mail's links are the portal's own */
function webAddress(href: string): string {
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`a mail cannot link to ${href}`);
  return url.href;
}

/** Header text on one line: line breaks become spaces, which prevents header injection. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length > longestSubject ? `${characters.slice(0, longestSubject - 1).join('')}…` : line;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
