import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mostCompared } from '../../../ui/collections/comparison.ts';
import type { Catalogue } from './catalogue.ts';
import { keptPath, mostKept, readKept } from './kept.ts';
import { compareView, keptView } from './presenting/kept-view.ts';
import { contentCatalogue, japaneseReader } from './testing/content-catalogue.ts';

const reader = { ...japaneseReader, baseUrl: 'https://example.jp' };
let catalogue: Catalogue;
let ids: string[];
beforeAll(async () => {
  catalogue = await contentCatalogue();
  ids = catalogue.listed().map(({ id }) => id);
});
const params = (path: string) => new URL(path, 'http://x').searchParams;

describe('the list that an address holds', () => {
  it('reads as it was written, each record once, and no more than it may hold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids), { maxLength: 100 }), (chosen) => {
        const read = readKept(params(keptPath(chosen)), catalogue).map(({ id }) => id);
        expect(new Set(read).size).toBe(read.length);
        expect(read.length).toBeLessThanOrEqual(mostKept);
        expect(read).toEqual([...new Set(chosen.slice(0))].filter((id) => read.includes(id)));
        if (new Set(chosen).size <= mostKept && chosen.length <= mostKept)
          expect(read).toEqual([...new Set(chosen)]);
      }),
    );
  });

  it('passes over what is not published or is not listed, and says so', () => {
    const view = keptView(params('/kept?id=nothing&id=cyder&id=vocabulary&id=../x'), catalogue, reader);
    expect(view.ids).toEqual(['cyder']);
    expect(view.wasCut).toBe(true);
  });

  it('leads to the list without each record, and with what the words find', () => {
    const view = keptView(params('/kept?id=cyder&id=rpci&q=CYDER'), catalogue, reader);
    expect(view.items.map(({ removeHref }) => removeHref)).toEqual(['/kept?id=rpci', '/kept?id=cyder']);
    expect(view.found.map(({ card }) => card.id)).not.toContain('cyder');
    for (const { card, addHref } of view.found) expect(addHref).toBe(`/kept?id=cyder&id=rpci&id=${card.id}`);
  });

  it('is sent as its address, which mail programs read whole', () => {
    const { mailHref, address } = keptView(params('/kept?id=cyder&id=rpci'), catalogue, reader);
    expect(address).toBe('https://example.jp/kept?id=cyder&id=rpci');
    const [, query = ''] = mailHref.split('?');
    expect(query).not.toContain('+');
    expect(new URLSearchParams(query).get('body')).toContain(address);
  });
});

describe('records side by side', () => {
  it('are four at most and two at least', () => {
    expect(compareView(params('/compare?id=cyder'), catalogue, reader)).toBeUndefined();
    const view = compareView(params(keptPath(ids.slice(0, 6))), catalogue, reader);
    expect(view?.cards).toHaveLength(mostCompared);
    expect(view?.wasCut).toBe(true);
  });

  it('are marked in the rows in which they differ, and in no other', () => {
    const view = compareView(params('/compare?id=jvn&id=jvn-ipedia&id=e-netcaravan'), catalogue, reader);
    const differs = new Map(view?.rows.map(({ label, differs: each }) => [label.text, each]));
    expect(differs.get('費用')).toBe(true);
    expect(differs.get('地域')).toBe(false);
    const same = compareView(params('/compare?id=jvn&id=jvn-ipedia'), catalogue, reader);
    expect(same?.rows.filter((row) => row.differs)).toEqual([]);
  });

  it('have no row of which nothing is known', () => {
    const view = compareView(params('/compare?id=jvn&id=jvn-ipedia'), catalogue, reader);
    expect(view?.rows.map(({ label }) => label.text)).not.toContain('教科');
    for (const { cells } of view?.rows ?? []) expect(cells.some(({ length }) => length > 0)).toBe(true);
  });
});
