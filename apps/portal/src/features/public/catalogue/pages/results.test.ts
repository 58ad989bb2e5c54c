import { describe, expect, it } from 'vitest';
import type { AboveResults } from '../../../../platform/feature.ts';
import type { Page } from '../../../../platform/web/page.ts';
import type { ResultsView } from '../../../../ui/collections/views.ts';
import type { AnswersView } from '../views.ts';
import { AnswersAbove } from './answers.tsx';
import { sampleContext } from './testing/sample-context.ts';
import { CatalogueResults } from './testing/sample-pages.tsx';
import { SampleViews } from './testing/sample-views.ts';

const ctx = sampleContext('/search', {}, '?q=x');
const views = new SampleViews(ctx);

async function render(changes: Partial<ResultsView>, above?: AboveResults): Promise<string> {
  return String(await CatalogueResults({ ctx, view: views.results(changes), ...(above && { above }) }));
}

const ja = (text: string) => ({ text, language: 'ja' as const });

function aboveOf(some: Partial<AnswersView>): AboveResults {
  const view = { picks: [], help: [], pages: [], near: [], ...some };
  const answers = view.picks.length + view.help.length + view.pages.length;
  return { page: AnswersAbove({ ctx, view }) as Page, answers };
}

describe('the results page', () => {
  it('escapes the query wherever it stands', async () => {
    const html = await render({ q: '"><script>alert(1)</script>' });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it('shows each set condition as a chip that removes it, and counts them on the phone line', async () => {
    const html = await render({
      chips: [
        { facet: 'purpose', label: { text: '知る', language: 'ja' }, removeHref: '/search?affiliation=sme' },
        {
          facet: 'affiliation',
          label: { text: '中小企業', language: 'ja' },
          removeHref: '/search?purpose=know',
        },
      ],
      clearHref: '/search?q=x',
    });
    expect(html).toMatch(/<a class="chip-tag" href="\/search\?affiliation=sme"><span>知る<\/span>.*?を外す/s);
    expect(html).toMatch(/<span class="filters-set">2<span class="visually-hidden">.*?<\/span><\/span>/);
    expect(html).toContain('class="chips-clear" href="/search?q=x"');
  });

  it('checks the set values of a facet and ties every box to the search form', async () => {
    const html = await render({ facets: [views.facet('purpose', ['know'])] });
    expect(html).toMatch(/<input[^>]*id="purpose-know"[^>]*form="search-form" checked>/);
    expect(html.match(/ checked>/g)).toHaveLength(1);
  });

  it('marks what matched', async () => {
    const [card] = views.results().cards;
    const segments = [
      { text: '情報', marked: false },
      { text: '相談', marked: true },
    ];
    expect(await render({ cards: [{ ...card!, titleMarked: segments }] })).toContain(
      '情報<mark>相談</mark></a>',
    );
  });

  it('says which words were searched besides, and offers the exact search', async () => {
    const html = await render({
      expansions: [{ from: 'x', to: ['y', 'z'] }],
      exactHref: '/search?q=x&exact=1',
    });
    expect(html).toMatch(/<q>y<\/q><q>z<\/q>.*href="\/search\?q=x&amp;exact=1"/s);
  });

  it('searches on for the words as typed when a condition is changed, and offers equal words again', async () => {
    const html = await render({
      exact: true,
      hidden: [{ name: 'exact', value: '1' }],
      inexactHref: '/search?q=x&purpose=know',
    });
    expect(html).toContain('<input type="hidden" name="exact" value="1" form="search-form"/>');
    expect(html).toContain('href="/search?q=x&amp;purpose=know"');
  });

  it('puts what to do first above the list', async () => {
    const help = views.situationLinks().slice(0, 1);
    const html = await render({}, aboveOf({ help }));
    expect(html).toMatch(/<aside[^>]*first-steps.*href="\/help\/ransomware".*<article/s);
  });

  it('marks what an editor picked, above all else', async () => {
    const picks = [{ href: '/help/phishing', title: ja('今週の手口'), reason: ja('いま増えています') }];
    const html = await render({}, aboveOf({ picks, help: views.situationLinks().slice(0, 1) }));
    expect(html).toMatch(/editors-picks.*href="\/help\/phishing".*いま増えています.*first-steps-heading/s);
  });

  it('shows a number that can be called', async () => {
    const telephone = { number: '188', href: 'tel:188' };
    const html = await render({}, aboveOf({ help: [{ href: '/help', title: ja('窓口'), telephone }] }));
    expect(html).toMatch(/<a class="telephone" href="tel:188">/);
  });

  it('says that no page has the words, then where to ask, and the nearest apart from both', async () => {
    const html = await render({ q: 'x', onlyNear: true, relaxed: false });
    expect(html).toMatch(/query-none.*href="\/help#desks".*class="nearest".*<article/s);
    expect(html).not.toContain('id="sort"');
  });

  it('counts what stands above where no record is found', async () => {
    const help = views.situationLinks().slice(0, 2);
    const html = await render({ q: 'x', total: 0, cards: [], pageCount: 0 }, aboveOf({ help }));
    expect(html).toContain('data-announce="2件見つかりました"');
    expect(html).not.toContain('ページはありません');
  });

  it('says how a misspelt word was read, and offers it as typed', async () => {
    const html = await render({
      q: 'フィシング',
      corrected: 'フィッシング',
      exactHref: '/search?q=x&exact=1',
    });
    expect(html).toMatch(/<q class="query-read">フィッシング<\/q>.*href="\/search\?q=x&amp;exact=1"/s);
  });

  it('says when only some of the words were found', async () => {
    expect(await render({ relaxed: true })).toContain('一部を含むものを示します');
  });

  it('offers ways on when nothing was found', async () => {
    const html = await render({
      q: 'x',
      total: 0,
      cards: [],
      pageCount: 0,
      wayOut: [{ label: '小学生', href: '/search?q=x', count: 12 }],
    });
    expect(html).toMatch(/href="\/search\?q=x"><span>「小学生」を外す<\/span>.*12件/s);
    expect(html).toContain('href="/finder"');
    expect(html).toContain('href="/help#desks"');
  });

  it('asks search engines not to list a search for words', async () => {
    expect(await render({ q: 'x' })).toContain('name="robots" content="noindex');
    expect(await render({ q: '' })).not.toContain('name="robots"');
  });
});
