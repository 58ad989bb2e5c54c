import { describe, expect, it } from 'vitest';
import { arrangeNavigation, type PageContext } from '../../platform/web/page-context.ts';
import { Shell } from './shell.tsx';

function context(changes: Partial<PageContext> = {}): PageContext {
  const prefix = changes.language === 'en' ? '/en' : '';
  return {
    language: 'ja',
    easy: false,
    furigana: false,
    path: '/search',
    queryString: '?q=a&purpose=know',
    baseUrl: 'https://kakehashi.example',
    nonce: 'abc',
    assets: { styles: '/s.css', fonts: '/f.css', script: '/m.js', capabilityStyles: {} },
    today: '2026-11-23',
    navigation: arrangeNavigation([
      { path: '/search', header: { position: 10, label: () => 'さがす' } },
      { path: '/features', header: { position: 20, label: () => '特集' } },
    ]),
    menu: [],
    href: (path) => (path === '/' ? prefix || '/' : prefix + path),
    ...changes,
  };
}

async function render(ctx: PageContext, title = '検索'): Promise<string> {
  return String(
    await (
      <Shell ctx={ctx} title={title} description="説明">
        <h1>検索</h1>
      </Shell>
    ),
  );
}

const editor = {
  id: 'u',
  name: '見本',
  email: 'u@example.jp',
  role: 'editor' as const,
  language: 'ja' as const,
  twoFactorEnabled: false,
  memberships: [],
  session: { id: 's', startedAt: new Date(0), provenAt: new Date(0) },
  audit: { id: 'u', network: null },
};

describe('the shell', () => {
  it('is a document in the language of the page, its script under the nonce', async () => {
    expect(await render(context())).toMatch(/^<!DOCTYPE html>\n<html lang="ja">/);
    expect(await render(context({ language: 'en' }))).toContain('<html lang="en">');
    expect(await render(context())).toContain('<script type="module" src="/m.js" nonce="abc"></script>');
  });

  it('escapes the title', async () => {
    expect(await render(context(), '</title><script>')).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;｜架け橋</title>',
    );
  });

  it('puts the way to help before everything but the skip link', async () => {
    const html = await render(context());
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('class="emergency-strip"'));
    expect(html.indexOf('class="emergency-strip"')).toBeLessThan(html.indexOf('<header'));
  });

  it('changes the display by plain forms that come back to this very page', async () => {
    const html = await render(context({ furigana: true, language: 'en' }));
    expect(html).toContain('<input type="hidden" name="furigana" value="off">');
    expect(html).toContain('name="to" value="/en/search?q=a&amp;purpose=know"');
    expect(html).toContain('aria-pressed="true"');
  });

  it('offers やさしい日本語 on Japanese pages only', async () => {
    expect(await render(context())).toContain('name="easy" value="on"');
    expect(await render(context({ language: 'en' }))).not.toContain('name="easy"');
  });

  it('offers furigana on Japanese pages, and in English only to turn it off', async () => {
    expect(await render(context())).toContain('name="furigana" value="on"');
    expect(await render(context({ language: 'en' }))).not.toContain('name="furigana"');
    expect(await render(context({ language: 'en', furigana: true }))).toContain(
      'name="furigana" value="off"',
    );
  });

  it('leads to the same page in the other language', async () => {
    expect(await render(context())).toContain('href="/en/search?q=a&amp;purpose=know" lang="en"');
    expect(await render(context({ language: 'en', path: '/', queryString: '' }))).toContain(
      '<a href="/" lang="ja"',
    );
    expect(await render(context({ path: '/', queryString: '' }))).toContain('<a href="/en" lang="en"');
  });

  it('names the other language to search engines', async () => {
    const html = await render(context({ queryString: '' }));
    expect(html).toContain('hreflang="en" href="https://kakehashi.example/en/search"');
    expect(html).toContain('rel="canonical" href="https://kakehashi.example/search"');
  });

  it('marks of the signed-in menu only the nearest entry', async () => {
    const entry = (path: string) => ({ path, label: { ja: path, en: path } });
    const menu = [entry('/desk'), entry('/desk/calls')];
    const at = (path: string) => render(context({ path, user: editor, menu }));
    expect(await at('/desk/calls/new')).toContain('<a href="/desk">');
    expect(await at('/desk/calls/new')).toContain('<a href="/desk/calls" aria-current="true">');
    expect(await at('/desk/new')).toContain('<a href="/desk" aria-current="true">');
  });

  it('keeps the pages on which the site is run together, open where one is at one of them', async () => {
    const entry = (path: string) => ({ path, label: { ja: path, en: path } });
    const menu = [entry('/review'), { ...entry('/admin/mail'), administration: true as const }];
    const at = (path: string) => render(context({ path, user: editor, menu }));
    expect(await at('/review')).toMatch(/<details><summary>サイトの管理.*href="\/admin\/mail"/s);
    expect(await at('/admin/mail')).toMatch(/<details open=""><summary>サイトの管理/);
  });

  it('folds the signed-in menu where the window is narrow, without script', async () => {
    const menu = [{ path: '/desk', label: { ja: '自分の登録', en: 'Your entries' } }];
    const html = await render(context({ user: editor, menu }));
    expect(html).toMatch(
      /<details class="signed-in-menu" data-open-when-wide[^>]*><summary>登録・編集<\/summary>.*href="\/desk".*<\/details>/s,
    );
    expect(await render(context({ user: editor }))).not.toContain('signed-in-menu');
  });

  it('marks where one is in the menu', async () => {
    expect(await render(context())).toMatch(/<a href="\/search" aria-current="page">/);
    expect(await render(context({ path: '/features/stop-ransomware' }))).toMatch(
      /<a href="\/features" aria-current="true">/,
    );
  });
});
