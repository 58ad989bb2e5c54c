import type { Message } from '../sbom/sbom.ts';

/**
 * Why a verdict on a finding's vulnerability does not settle the finding, and what to say about it: what the verdict
 * states, and what the bill has. The nearest miss comes first; of several products a verdict names, the one nearest
 * to the bill is told of.
 */
const MISMATCHES = {
  superseded: (stated: string, found: string) => ({
    ja: `後から出された判断（${found}）が優先されます（この判断は ${stated}）`,
    en: `a later verdict (${found}) holds instead of this one (${stated})`,
  }),
  'other-vulnerabilities': (stated: string, found: string) => ({
    ja: `${stated} についての判断ですが、この脆弱性情報は ${found} も扱います`,
    en: `it is about ${stated}, but the advisory also covers ${found}`,
  }),
  'no-version': (stated: string) => ({
    ja: `${stated} についての判断ですが、部品にバージョンがありません`,
    en: `it is about ${stated}, but the component has no version`,
  }),
  'other-version': (stated: string, found: string) => ({
    ja: `別のバージョンについての判断です（判断は ${stated}、部品は ${found}）`,
    en: `it is about another version (verdict: ${stated}, bill: ${found})`,
  }),
  'outside-range': (stated: string, found: string) => ({
    ja: `バージョンの範囲に入っていません（判断は ${stated}、部品は ${found}）`,
    en: `the version lies outside its range (verdict: ${stated}, bill: ${found})`,
  }),
  'unreadable-range': (stated: string) => ({
    ja: `バージョンの範囲「${stated}」を読み取れません`,
    en: `its version range "${stated}" cannot be read`,
  }),
  'other-variant': (stated: string, found: string) => ({
    ja: `別の種類のパッケージについての判断です（判断は ${stated}、部品は ${found || 'なし'}）`,
    en: `it is about another variant of the package (verdict: ${stated}, bill: ${found || 'none'})`,
  }),
  'other-file': (stated: string, found: string) => ({
    ja: `別のファイルについての判断です（ハッシュ値: 判断は ${stated}、部品は ${found}）`,
    en: `it is about another file (hash, verdict: ${stated}, bill: ${found})`,
  }),
  'other-module': (stated: string, found: string) => ({
    ja: `別のモジュールストリームについての判断です（判断は ${stated}、部品は ${found || 'なし'}）`,
    en: `it is about another module stream (verdict: ${stated}, bill: ${found || 'none'})`,
  }),
  'other-platform': (stated: string, found: string) => ({
    ja: `別のプラットフォームについての判断です（判断は ${stated}、部品は ${found || '不明'}）`,
    en: `it is about another platform (verdict: ${stated}, bill: ${found || 'not stated'})`,
  }),
  'no-subject': (stated: string) => ({
    ja: `製品 ${stated} についての判断ですが、部品表に対象の製品が書かれていません`,
    en: `it is about the product ${stated}, but the bill does not say which product it describes`,
  }),
  'unidentified-subject': (stated: string, found: string) => ({
    ja: `製品 ${stated} についての判断ですが、部品表の対象「${found}」にはそれと比べられる識別子がありません`,
    en: `it is about the product ${stated}, but the bill's subject "${found}" has no identifier to compare with it`,
  }),
  'also-elsewhere': (stated: string) => ({
    ja: `${stated} の中での判断ですが、部品は部品表のほかの箇所でも使われています`,
    en: `it holds within ${stated}, but the bill uses the component outside of that too`,
  }),
  'other-product': (stated: string, found: string) => ({
    ja: `別の製品についての判断です（判断は ${stated}、部品表は ${found}）`,
    en: `it is about another product (verdict: ${stated}, bill: ${found})`,
  }),
  'other-bill': (stated: string) => ({
    ja: `別の部品表の部品についての判断です（${stated}）`,
    en: `it refers to a component of another bill (${stated})`,
  }),
  'hash-not-stated': (stated: string) => ({
    ja: `ハッシュ値（${stated}）だけで対象を示していますが、部品にそのハッシュ値がありません`,
    en: `it names its product only by hash (${stated}), which the bill does not give`,
  }),
  'generic-uri': (stated: string) => ({
    ja: `対象を URI（${stated}）だけで示していて、部品と比べられません`,
    en: `it names its product only by URI (${stated}), which cannot be compared`,
  }),
  'name-only': (stated: string) => ({
    ja: `対象を名前（${stated}）だけで示しています。同じ名前のソフトウェアは多くあるため、当てはめていません`,
    en: `it names its product only as "${stated}"; unrelated software shares names, so it is not applied`,
  }),
  'unreadable-identifier': (stated: string) => ({
    ja: `対象の識別子「${stated}」を読み取れません`,
    en: `its identifier "${stated}" cannot be read`,
  }),
  'not-comparable': (stated: string, found: string) => ({
    ja: `同じ種類の識別子がありません（判断は ${stated}、部品は ${found}）`,
    en: `there is no kind of identifier both have (verdict: ${stated}, bill: ${found})`,
  }),
  'other-component': (stated: string, found: string) => ({
    ja: `別の部品についての判断です（判断は ${stated}、部品は ${found}）`,
    en: `it is about another component (verdict: ${stated}, bill: ${found})`,
  }),
  'no-product': () => ({
    ja: '対象の製品が書かれていません',
    en: 'it names no product',
  }),
} satisfies Record<string, (stated: string, found: string) => Message>;

export type MismatchReason = keyof typeof MISMATCHES;

/** A verdict that does not apply: why, what it states, and what the bill has in that place. */
export interface Mismatch {
  reason: MismatchReason;
  stated: string;
  found: string;
}

const NEAREST_FIRST = Object.keys(MISMATCHES) as MismatchReason[];

export function mismatch(reason: MismatchReason, stated: string, found = ''): Mismatch {
  return { reason, stated, found };
}

export function mismatchText({ reason, stated, found }: Mismatch): Message {
  return MISMATCHES[reason](shortened(stated), shortened(found));
}

export function nearestFirst<M extends Mismatch>(mismatches: readonly M[]): M[] {
  return mismatches.toSorted((a, b) => rank(a) - rank(b));
}

/** The one to tell of where a verdict misses in several ways. */
export function nearest(mismatches: readonly Mismatch[]): Mismatch | undefined {
  return mismatches.reduce<Mismatch | undefined>(
    (best, each) => (best === undefined || rank(each) < rank(best) ? each : best),
    undefined,
  );
}

function rank({ reason }: Mismatch): number {
  return NEAREST_FIRST.indexOf(reason);
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
