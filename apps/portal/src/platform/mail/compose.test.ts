import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeMail } from './compose.ts';

const site = 'https://portal.example';

it('a mail says the same as plain text and as HTML', () => {
  const body = [
    'Dear <you>',
    { list: ['a & b'] },
    { link: 'Open', href: `${site}/x?a=1&b=2` },
    { note: '"small"' },
  ];
  const { text, html } = composeMail({ subject: 'Hello', body }, 'en', site);
  expect(text).toContain('Dear <you>\n\n- a & b\n\nOpen\nhttps://portal.example/x?a=1&b=2\n\n"small"');
  expect(html).toContain('<p>Dear &lt;you&gt;</p>\n<ul><li>a &amp; b</li></ul>');
  expect(html).toContain('<a href="https://portal.example/x?a=1&amp;b=2">Open</a>');
  expect(html).toContain('&quot;small&quot;');
});

it('no text of a mail can become markup, whatever it is', () => {
  const words = fc.string({ unit: 'binary' });
  const tagsOf = (subject: string, paragraph: string) => {
    const mail = { subject, body: [paragraph, { list: [paragraph] }] };
    return composeMail(mail, 'ja', site).html.match(/<[a-z!/][^>]*>/gi);
  };
  const tags = tagsOf('x', 'x');
  fc.assert(
    fc.property(words, words, (subject, paragraph) => {
      expect(tagsOf(subject, paragraph)).toEqual(tags);
    }),
  );
});

it('no subject can begin another header', () => {
  const { subject } = composeMail(
    { subject: 'Hi\r\nBcc: victim@example.org\u2028x\0', body: [] },
    'ja',
    site,
  );
  expect(subject).toBe('Hi Bcc: victim@example.org x');
});

it('a subject that is too long is cut between characters', () => {
  const { subject } = composeMail({ subject: '𠮷'.repeat(200), body: [] }, 'ja', site);
  expect(subject).toBe(`${'𠮷'.repeat(149)}…`);
});

it('a mail links to the web only', () => {
  const mail = { subject: 'x', body: [{ link: 'x', href: 'javascript:alert(1)' }] };
  expect(() => composeMail(mail, 'ja', site)).toThrow('cannot link');
});
