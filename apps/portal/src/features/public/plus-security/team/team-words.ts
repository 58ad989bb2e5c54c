import { type Framework, wordingIn } from '@kakehashi/skills';
import { abilities, type SkillAt } from '../advice/questions.ts';

/** Width, case and blanks do not tell words apart. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・･/／()（）「」]/g, '');
}

const plainWords = new Map<string, string>();
/** Words of ours and of editors are few; a table that grows beyond is begun anew. */
const maxPlainWords = 5_000;

/** `plain` of a word that texts are compared with, remembered: a team of thirty is compared with hundreds. */
function plainWord(word: string): string {
  const known = plainWords.get(word);
  if (known !== undefined) return known;
  if (plainWords.size >= maxPlainWords) plainWords.clear();
  const text = plain(word);
  plainWords.set(word, text);
  return text;
}

/** Other words for a role, the more telling first; a cell that holds one of them means the role. */
const roleWords: readonly (readonly [role: string, words: readonly string[]])[] = [
  ['ciso', ['ciso', 'セキュリティ統括', 'セキュリティ責任者']],
  ['csirt', ['csirt', 'シーサート', '事故対応']],
  ['psirt', ['psirt', '製品セキュリティ']],
  ['soc-analyst', ['soc', 'セキュリティ監視']],
  ['vulnerability-tester', ['脆弱性診断', '診断員']],
  ['internal-auditor', ['内部監査', '監査', 'audit']],
  ['security-planner', ['セキュリティ企画', 'セキュリティ推進', 'セキュリティ担当', 'security planning']],
  ['dx-manager', ['dx', 'デジタル推進', 'デジタル化推進', 'digital']],
  [
    'it-all-rounder',
    ['情報システム', '情シス', '社内se', 'itサポート', 'ヘルプデスク', 'it staff', 'it person'],
  ],
  [
    'operator',
    ['インフラ', 'サーバー', 'ネットワーク', '運用', 'クラウド', 'infrastructure', 'operations', 'sre'],
  ],
  ['plant-engineer', ['工場', '設備', '製造', '生産', '保全', 'plant', 'factory', 'production']],
  [
    'developer',
    ['開発', 'プログラマ', 'エンジニア', '設計', '技術', 'software', 'developer', 'engineer', 'se'],
  ],
  ['general-affairs', ['総務', '庶務', 'general affairs', 'administration', '事務']],
  ['human-resources', ['人事', '労務', '採用', 'hr', 'human resources']],
  ['legal', ['法務', 'コンプライアンス', 'legal', 'compliance']],
  ['procurement', ['調達', '購買', '仕入', 'procurement', 'purchasing', 'buyer']],
  ['public-relations', ['広報', 'ir', 'public relations', 'pr', '宣伝']],
  ['finance', ['経理', '財務', '会計', 'finance', 'accounting']],
  ['business-planner', ['企画', 'マーケティング', '新規事業', 'planning', 'marketing', 'product']],
  ['sales', ['営業', '販売', '店舗', '接客', 'sales', 'カスタマー']],
  ['executive', ['社長', '役員', '取締役', '経営', '代表', 'ceo', 'executive', 'director', 'board']],
  [
    'section-chief',
    ['課長', '部長', '室長', '所長', '係長', '店長', 'リーダー', '管理職', 'マネージャ', 'manager', 'chief'],
  ],
];

/** The role that somebody's own words mean: its id, its name, or words that others use for it. */
export function roleMeant({ roles }: Framework, written: string): string | undefined {
  const text = plain(written);
  if (text === '') return undefined;
  const exact = roles.find(
    ({ id, title }) =>
      id === text || plainWord(title.ja ?? '') === text || plainWord(title.en ?? '') === text,
  );
  if (exact) return exact.id;
  const known = new Set(roles.map(({ id }) => id));
  const found = roleWords.find(
    ([role, words]) => known.has(role) && words.some((word) => holds(written, text, plainWord(word))),
  );
  return found?.[0] ?? roles.find(({ title }) => title.ja && text.includes(plainWord(title.ja)))?.id;
}

/** Whether a text holds a word: a short word of Latin letters only where it stands by itself, as HR but not in three. */
function holds(written: string, text: string, word: string): boolean {
  if (!/^[a-z]{1,5}$/.test(word)) return text.includes(word);
  return written
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(word);
}

/** Everyday words for skills that one would not find by their names. */
const skillWords: readonly (readonly [words: readonly string[], skills: readonly string[]])[] = [
  [['パスワード', '多要素', 'mfa', 'password'], ['day-authentication']],
  [['フィッシング', '詐欺メール', '不審メール', '標的型', 'phishing'], ['day-phishing']],
  [['アップデート', '更新', 'update'], ['day-updates']],
  [['テレワーク', '在宅', 'リモート', 'remote'], ['day-remote']],
  [['個人情報', 'プライバシー', 'personal data', 'privacy'], ['law-personal-data']],
  [['契約', 'contract'], ['law-contract-clauses']],
  [
    ['バックアップ', 'backup'],
    ['day-backup', 'ops-recovery'],
  ],
  [['クラウド', 'aws', 'azure', 'cloud'], ['ops-cloud']],
  [['ネットワーク', 'network'], ['ops-network']],
  [['サーバー', 'server', 'linux'], ['ops-servers']],
  [['リスク', 'risk'], ['risk-assessment']],
  [['bcp', '事業継続'], ['risk-continuity']],
  [['セキュアコーディング', 'プログラミング', 'coding'], ['dev-secure-coding']],
  [['脆弱性', 'vulnerab'], ['vul-triage']],
  [['インシデント', '初動', 'incident'], ['inc-first-response']],
  [['監査', 'audit'], ['aud-controls']],
  [['ログ', 'log analysis'], ['mon-logs']],
  [['生成ai', 'chatgpt', 'ai'], ['dev-ai']],
  [['営業秘密', 'trade secret'], ['law-trade-secrets']],
  [['報告', '連絡', 'report'], ['day-reporting']],
];

/** The level that a mark behind a skill says: 1 to 4, or in words; without one, that it is done alone. */
const levelMarks: readonly (readonly [RegExp, number])[] = [
  [/(教え|指導|4)[^\d]*$/, 4],
  [/(一人|ひとり|独力|3|◎)[^\d]*$/, 3],
  [/(助け|補助|手順|2|○|〇)[^\d]*$/, 2],
  [/(知って|知識|1|△)[^\d]*$/, 1],
];

/** The skills that a phrase means; undefined where it means none. */
export function skillsMeant(framework: Framework, written: string): SkillAt[] | undefined {
  const text = plain(written);
  if (/^(なし|無し|特になし|ない|none|-|ー|―)$/.test(text)) return [];
  const number = levelMarks.find(([mark]) => mark.test(text))?.[1] ?? 3;
  const level = framework.levels[number - 1]?.id ?? '';
  const named = framework.items.filter(({ id, title }) => {
    const words = [id, wordingIn(title, 'ja') ?? '', title?.en ?? ''].map(plainWord);
    return words.some((word) => word !== '' && (text === word || text.includes(word)));
  });
  if (named.length > 0) return named.map(({ id }) => ({ id, level }));
  const ability = Object.values(abilities).find(
    ({ label }) => plainWord(label.ja) === text || plainWord(label.en) === text,
  );
  if (ability) return [...ability.skills];
  const known = new Set(framework.items.map(({ id }) => id));
  const found = skillWords
    .filter(([words]) => words.some((word) => holds(written, text, plainWord(word))))
    .flatMap(([, skills]) => skills)
    .filter((id) => known.has(id));
  return found.length > 0 ? [...new Set(found)].map((id) => ({ id, level })) : undefined;
}
