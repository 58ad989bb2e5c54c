import { describe, expect, it } from 'vitest';
import type { RecordView } from '../views.ts';
import { RecordPage } from './record.tsx';
import { sampleContext } from './testing/sample-context.ts';
import { SampleViews } from './testing/sample-views.ts';

async function render(changes: Partial<RecordView> = {}, language: 'ja' | 'en' = 'ja'): Promise<string> {
  const ctx = sampleContext('/initiatives/anshin-desk', { language });
  return String(await RecordPage({ ctx, view: new SampleViews(ctx).record('anshin-desk', changes) }));
}

/** What the record's facts name as not yet known. */
async function unknownOf(changes: Partial<RecordView>): Promise<string> {
  const html = (await render(changes)).replace(/<(rt|rp)>.*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  return /まだ分からないこと(.*?)公式ページで/s.exec(html.replace(/ /g, ''))?.[1] ?? '';
}

describe('the record page', () => {
  it('cannot be ended early by a text in its structured data', async () => {
    const html = await render({ structuredData: { name: '</script><script>alert(1)</script>' } });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('\\u003c/script>\\u003cscript>alert(1)');
    const [, json = ''] =
      /<script type="application\/ld\+json" nonce="[^"]+">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script>' });
  });

  it('has one filled button, to the official page, with its host shown', async () => {
    const html = await render();
    expect(html.match(/data-type="solid-fill"/g)).toHaveLength(1);
    expect(html).toMatch(/data-type="solid-fill"[^>]*href="https:\/\/www\.ipa\.go\.jp\/security\/anshin\/"/);
    expect(html).toContain('<p class="official-host">www.ipa.go.jp</p>');
  });

  it('lets the numbers in its text be dialled', async () => {
    const html = await render({
      descriptionHtml: '<p>危険なときは110番、相談は<strong>#9110</strong>へ。</p>',
    });
    expect(html).toContain('<a href="tel:110">110</a>番');
    expect(html).toContain('<strong><a href="tel:%239110">#9110</a></strong>');
  });

  it('says that nobody has confirmed it yet, and since when it is here, in both calendars', async () => {
    expect(await render()).toMatch(
      /運営者による確認前.*2026年11月23日（令和8年11月23日）に公開情報から登録/s,
    );
  });

  it('says when it was confirmed', async () => {
    const { card } = new SampleViews(sampleContext('/')).record('anshin-desk');
    const html = await render({ card: { ...card, facts: { ...card.facts, confirmedOn: '2026-11-01' } } });
    expect(html).toContain('<time datetime="2026-11-01">2026年11月1日（令和8年11月1日）</time>');
    expect(html.slice(0, html.indexOf('id="similar"'))).not.toContain('運営者による確認前');
  });

  it('says in plain words how far the address is known', async () => {
    expect(await render({ addressSeen: 'own' })).toContain('実施主体自身のページで確かめたもの');
    expect(await render({ addressSeen: 'no' })).toContain('まだ確かめられていません');
  });

  it('says of material for schools that the conditions for copying are not known', async () => {
    const label = { text: '中学校' };
    const grades = [
      { value: 'junior-high', label, href: '/search?grade=junior-high' },
    ] as RecordView['grades'];
    const copying = { value: 'lessons', label: { text: '授業のためなら複製できる' } } as NonNullable<
      RecordView['copying']
    >;
    expect(await unknownOf({ grades })).toContain('複製や配布');
    expect(await unknownOf({ grades, copying })).not.toContain('複製や配布');
    expect(await unknownOf({})).not.toContain('複製や配布');
  });

  it('warns of an initiative that has ended or is being checked', async () => {
    expect(await render({ status: 'ended' })).toContain('この取組は終了しました');
    expect(await render({ status: 'to-check' })).toContain('確かめている途中です');
    expect(await render()).not.toContain('notification-banner');
  });

  it('tells an English reader that the text is Japanese, and marks it so', async () => {
    const html = await render({ descriptionLanguage: 'ja' }, 'en');
    expect(html).toContain('in Japanese only');
    expect(html).toContain('<section lang="ja">');
  });
});
