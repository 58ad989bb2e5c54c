export type WarningCode =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'duplicate-key'
  | 'not-an-advisory'
  | 'not-a-verdict'
  | 'bad-value'
  | 'unknown-ecosystem';

/** Problem of a record and its position. */
export interface Problem {
  code: WarningCode;
  /** Path within the record, such as `affected[0].ranges[1]`; empty for the record itself. */
  place: string;
  detail: string;
}

/** A problem of one record of one source, worded for people. */
export interface AdvisoryWarning extends Problem {
  /** File, or archive and entry, or the record's identifier. */
  source: string;
  message: { en: string; ja: string };
}

const WORDING: Record<WarningCode, { en: string; ja: string }> = {
  'not-json': { en: 'not valid JSON; left out', ja: 'JSONとして読めないため除きました' },
  'too-large': { en: 'too large; left out', ja: '大きすぎるため除きました' },
  'too-deep': { en: 'nested too deeply; left out', ja: '入れ子が深すぎるため除きました' },
  'duplicate-key': { en: 'the same key twice', ja: '同じキーが二度あります' },
  'not-an-advisory': {
    en: 'neither an OSV record nor a CSAF document; left out',
    ja: 'OSVの記録でもCSAFの文書でもないため除きました',
  },
  'not-a-verdict': { en: 'verdicts that cannot be read; left out', ja: '判断の記録を読めないため除きました' },
  'bad-value': {
    en: 'a value that cannot be used; this part is left out',
    ja: '使えない値のため、この部分を除きました',
  },
  'unknown-ecosystem': {
    en: 'an ecosystem whose versions cannot be compared; left out',
    ja: 'バージョンを比べられないエコシステムのため除きました',
  },
};

export function describe(source: string, problem: Problem): AdvisoryWarning {
  const place = problem.place === '' ? source : `${source}: ${problem.place}`;
  const detail = problem.detail.slice(0, 200);
  const { en, ja } = WORDING[problem.code];
  return {
    ...problem,
    detail,
    source,
    message: { en: `${place}: ${en} (${detail})`, ja: `${place}：${ja}（${detail}）` },
  };
}
