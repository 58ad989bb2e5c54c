import { raw } from 'hono/utils/html';
import { describe, expect, it } from 'vitest';
import { linkTelephones } from './telephone-links.ts';

const linked = (text: string) => String(linkTelephones(text));
const linksIn = (text: string) => [...linked(text).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe('numbers in running text', () => {
  it.each([
    ['すぐに110番に電話してください。', ['tel:110']],
    ['急がない相談は#9110へ。188にも相談できます。', ['tel:%239110', 'tel:188']],
    ['こどもの人権110番（0120-007-110）', ['tel:0120007110']],
    ['Call 110 at once, or #9110.', ['tel:110', 'tel:%239110']],
    ['電話 03-5978-7509、0570-003-110', ['tel:0359787509', 'tel:0570003110']],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it.each([
    '188件の取組',
    '110 people came',
    '1,188',
    '2026-11-110',
    'CVE-2021-44228',
    '#91101',
    '0.110',
    'port 1100',
    'みんなの人権110番',
    'サイバー110番',
    '119歳',
  ])('%s is none', (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it('are said as they were written', () => {
    expect(linked('110番')).toBe('<a href="tel:110">110</a>番');
  });

  it('stay as they are within a link and within a tag', () => {
    const html = '<a href="/x" title="110">110番</a><img alt="110">、<b>110</b>';
    expect(linked(raw(html) as unknown as string)).toBe(
      '<a href="/x" title="110">110番</a><img alt="110">、<b><a href="tel:110">110</a></b>',
    );
  });

  it('with readings are told from the end of a name', () => {
    const ruby = (word: string) => raw(`<ruby>${word}<rp>（</rp><rt>よみ</rt><rp>）</rp></ruby>`);
    const text = (word: string) => raw(`${ruby(word)}110${ruby('番')}`) as unknown as string;
    expect(linksIn(text('人権'))).toEqual([]);
    expect(linksIn(raw(`${ruby('迷')}わず110${ruby('番')}`) as unknown as string)).toEqual(['tel:110']);
  });

  it('never turn a text into markup', () => {
    expect(linked('<script>110</script>')).toBe('&lt;script&gt;<a href="tel:110">110</a>&lt;/script&gt;');
  });
});
