import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIncidents } from '../../cases/read-incidents.ts';
import { type Anonymizer, createAnonymizer } from '../create-anonymizer.ts';
import type { Mention } from '../mention.ts';
import type { Action, Decision } from './decision.ts';

let anonymizer: Anonymizer;
beforeAll(async () => {
  anonymizer = await createAnonymizer();
});

const incidents = readIncidents();
const ACTIONS: readonly Action[] = ['keep', 'replace', 'generalise', 'remove'];
/** An incident, an action for each of its mentions, and a seed of the pseudonyms. */
const decided = fc.record({
  incident: fc.constantFrom(...incidents),
  actions: fc.array(fc.constantFrom(...ACTIONS), { minLength: 60, maxLength: 60 }),
  seed: fc.nat(),
});
const seeded = (seed: number) => {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const detected = new Map<string, readonly Mention[]>();
/** What is in a text: looked for once, however many decisions are tried. */
function mentionsOf(text: string): readonly Mention[] {
  const known = detected.get(text) ?? anonymizer.detect(text);
  detected.set(text, known);
  return known;
}

/** One decision for all mentions of a text. */
function decide(text: string, actions: readonly Action[]): Decision[] {
  const actionOf = new Map<string, Action>();
  return mentionsOf(text).map((mention) => {
    const action = actionOf.get(mention.text) ?? (actions[actionOf.size % actions.length] as Action);
    actionOf.set(mention.text, action);
    return { ...mention, action };
  });
}

describe('Any decisions', () => {
  it('leave nothing of what they hide, but within what they keep', () => {
    fc.assert(
      fc.property(decided, ({ incident: { text }, actions, seed }) => {
        const decisions = decide(text, actions);
        const { text: result, replacements } = anonymizer.apply(text, decisions, { random: seeded(seed) });
        const isKept = new Uint8Array(result.length);
        for (const { action, result: span } of replacements)
          if (action === 'keep') isKept.fill(1, span.start, span.end);
        for (const { text: hidden, action } of decisions) {
          if (action === 'keep' || hidden.length < 2) continue;
          for (let at = result.indexOf(hidden); at >= 0; at = result.indexOf(hidden, at + 1)) {
            const inWord = [
              result.slice(at - 1, at + 1),
              result.slice(at + hidden.length - 1, at + hidden.length + 1),
            ].some((pair) => /^(?:[A-Za-zＡ-Ｚａ-ｚ]{2}|[\d０-９]{2})$/.test(pair));
            expect(inWord || isKept.subarray(at, at + hidden.length).includes(1), hidden).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('say truly where each replacement stands', () => {
    fc.assert(
      fc.property(decided, ({ incident: { text }, actions, seed }) => {
        const { text: result, replacements } = anonymizer.apply(text, decide(text, actions), {
          random: seeded(seed),
        });
        let rebuilt = '';
        let copied = 0;
        for (const { original, result: span, text: put } of replacements) {
          rebuilt += text.slice(copied, original.start) + put;
          copied = original.end;
          expect(result.slice(span.start, span.end)).toBe(put);
        }
        expect(rebuilt + text.slice(copied)).toBe(result);
      }),
      { numRuns: 100 },
    );
  });

  it('give the same mention the same pseudonym and different things different ones', () => {
    fc.assert(
      fc.property(decided, ({ incident: { text }, seed }) => {
        const decisions = decide(text, ['replace']);
        const { replacements, key } = anonymizer.apply(text, decisions, { random: seeded(seed) });
        const pseudonyms = new Map<string, string>();
        for (const { original, text: put } of replacements) {
          const name = text.slice(original.start, original.end);
          expect(pseudonyms.get(name) ?? put).toBe(put);
          pseudonyms.set(name, put);
        }
        const all = key.entries.map(({ pseudonym }) => pseudonym);
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });

  it('change nothing where all is kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...incidents), ({ text }) => {
        expect(anonymizer.apply(text, decide(text, ['keep'])).text).toBe(text);
      }),
    );
  });
});

describe('Pseudonyms', () => {
  const text =
    '株式会社山田製作所の山田太郎氏と佐藤商事株式会社の鈴木氏。山田製作所は佐藤商事に委託していた。';
  const decisions: Decision[] = [
    { text: '株式会社山田製作所', type: 'organisation', action: 'replace' },
    { text: '山田製作所', type: 'organisation', action: 'replace' },
    { text: '佐藤商事株式会社', type: 'organisation', action: 'replace' },
    { text: '佐藤商事', type: 'organisation', action: 'replace' },
    { text: '山田太郎', type: 'person', action: 'replace' },
    { text: '鈴木', type: 'person', action: 'replace' },
  ];

  it('stand for a company whether its legal form is there or not', () => {
    const { text: result } = anonymizer.apply(text, decisions, { random: () => 0 });
    expect(result).toBe('A社の担当者A氏とB社の担当者B氏。A社はB社に委託していた。');
  });

  it('stand for 同社 and 当社 as for the company that is meant', () => {
    const said = '青葉物産株式会社は東雲銀行に伝えた。同社は「青葉物産からだ」と言い、当社の名を出した。';
    const named = ['青葉物産株式会社', '東雲銀行', '青葉物産', '同社', '当社'].map((name) => {
      const start = said.indexOf(name);
      return {
        text: name,
        type: 'organisation' as const,
        action: 'replace' as const,
        start,
        end: start + name.length,
      };
    });
    const { text: result } = anonymizer.apply(said, named, { random: () => 0 });
    expect(result).toBe('A社はB社に伝えた。B社は「A社からだ」と言い、A社の名を出した。');
  });

  it('are drawn by lot: neither the place in the text nor the name says which is which', () => {
    const drawn = new Set(
      Array.from(
        { length: 40 },
        (_, seed) => anonymizer.apply(text, decisions, { random: seeded(seed) }).text,
      ),
    );
    expect(drawn.size).toBeGreaterThan(2);
    const free = Array.from({ length: 30 }, () => anonymizer.apply(text, decisions).text);
    expect(new Set(free).size).toBeGreaterThan(1);
  });

  it('go on in a further text with the key of the first', () => {
    const first = anonymizer.apply(text, decisions);
    const second = anonymizer.apply('佐藤商事株式会社は公表した。', [decisions[2] as Decision], {
      key: first.key,
    });
    const pseudonym = first.key.entries.find(({ name }) => name === '佐藤商事株式会社')?.pseudonym;
    expect(second.text).toBe(`${pseudonym}は公表した。`);
  });

  it('never are what the text says already', () => {
    const { text: result } = anonymizer.apply('A社と山本工業が提携した。', [
      { text: '山本工業', type: 'organisation', action: 'replace' },
    ]);
    expect(result).toBe('A社とB社が提携した。');
  });

  it('are made without a word that is itself to be hidden', () => {
    const { text: result } = anonymizer.apply('担当者は林檎太郎である。', [
      { text: '担当者', type: 'person', action: 'replace' },
      { text: '林檎太郎', type: 'person', action: 'replace' },
    ]);
    expect(result).not.toMatch(/担当者|林檎太郎/);
  });

  it('and nothing else of the original is in what is handed out beside the key', () => {
    const { replacements } = anonymizer.apply(text, decisions);
    expect(JSON.stringify(replacements)).not.toMatch(/山田|佐藤|鈴木/);
  });
});

describe('Generalising', () => {
  const generalised = (text: string, type: Decision['type'], more: Partial<Decision> = {}, options = {}) =>
    anonymizer.apply(text, [{ text, type, action: 'generalise', ...more }], options).text;

  it.each([
    ['2024年5月13日', '2024年第2四半期'],
    ['令和6年11月1日', '2024年第4四半期'],
    ['二〇二三年一月', '2023年第1四半期'],
    ['2024-08-01T10:00:00+09:00', '2024年第3四半期'],
    ['H31.4.1', '2019年第2四半期'],
    ['Mar 3, 2024', '2024年第1四半期'],
  ])('tells %s by the quarter: %s', (date, quarter) => {
    expect(generalised(date, 'date')).toBe(quarter);
  });

  it.each([
    ['2024年4月1日', '発覚の7日前'],
    ['2024年4月8日', '発覚の当日'],
    ['2024年4月11日', '発覚の3日後'],
    ['2024年3月8日', '発覚の約4週間前'],
    ['2023年10月8日', '発覚の約6か月前'],
  ])('tells %s from the discovery: %s', (date, relative) => {
    const anchor = { date: '2024-04-08', name: '発覚' };
    expect(generalised(date, 'date', { to: 'relative' }, { anchor })).toBe(relative);
  });

  it('never leaves what was to be told less exactly', () => {
    expect(generalised('2022年', 'date')).toBe('ある時期');
    expect(generalised('関東地方', 'place')).toBe('ある地域');
  });

  it('takes the year of a date without one from the date before it', () => {
    const text = '2024年12月1日に侵入され、12月24日に発覚した。';
    const decisions: Decision[] = ['2024年12月1日', '12月24日'].map((date) => ({
      text: date,
      type: 'date',
      action: 'generalise',
      to: 'month',
    }));
    expect(anonymizer.apply(text, decisions).text).toBe('2024年12月に侵入され、2024年12月に発覚した。');
  });

  it.each([
    ['amount', '３，２００万円', '1,000万円以上5,000万円未満'],
    ['amount', '3億5,000万円', '1億円以上5億円未満'],
    ['amount', '三百五十万円', '100万円以上500万円未満'],
    ['amount', '¥18,500,000', '1,000万円以上5,000万円未満'],
    ['amount', '数百万円', 'ある金額'],
    ['count', '480人', '300～999人'],
    ['count', '約1万2,000名', '1万名以上5万名未満'],
    ['place', '長野県岡谷市', '中部地方'],
    ['place', '札幌市', '北海道'],
    ['address', '東京都江東区有明3丁目11番1号', '関東地方'],
    ['place', 'パリ', 'ある地域'],
    ['time', '午後3時30分', '午後'],
    ['time', '02:15', '深夜'],
    ['ip-address', '192.168.1.9', '内部のIPアドレス'],
    ['ip-address', '203[.]0[.]113[.]9', '外部のIPアドレス'],
    ['version', '6.0.4', '6系'],
  ] as const)('%s %s becomes %s', (type, text, general) => {
    expect(generalised(text, type)).toBe(general);
  });
});
