import type { Context } from 'hono';
import type { PortalEnvironment } from '../../../../platform/web/request-variables.ts';
import { mostRows, type TypedCall, type Wish } from './typed-call.ts';

export interface SentCall {
  typed: TypedCall;
  wish: Wish;
  /** Id of a new call; the form sent twice prepares one. */
  id: string;
  basedOn: number;
}

const single = ['titleJa', 'titleEn', 'bodyJa', 'bodyEn', 'opensAt', 'closesAt', 'reviewBy'] as const;
const ofCriterion = ['id', 'ja', 'en'] as const;
const ofQuestion = [...ofCriterion, 'sort', 'required', 'optionsJa', 'optionsEn'] as const;
const wishes: readonly Wish[] = ['save', 'more-criteria', 'more-questions'];

/** Reads the form as a browser sends it; undefined where it holds anything that the page did not offer. */
export async function readSentCall(c: Context<PortalEnvironment>): Promise<SentCall | undefined> {
  const sent = await c.req.parseBody({ all: true });
  const fields = new Map<string, string[]>();
  for (const [name, value] of Object.entries(sent)) {
    const values = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
    if (!isOffered(name) || values.length === 0) return undefined;
    fields.set(name, values);
  }
  const one = (name: string) => (fields.get(name)?.[0] ?? '').replaceAll('\r\n', '\n').trim();
  const wish = wishes.find((each) => each === one('wish'));
  if (!wish) return undefined;
  const texts = Object.fromEntries(single.map((name) => [name, one(name)])) as Record<
    (typeof single)[number],
    string
  >;
  const rows = (list: string) =>
    Array.from({ length: mostRows + 1 }, (_, row) => `${list}.${row}`).filter((row) =>
      fields.has(`${row}.id`),
    );
  const criterionAt = (row: string) => ({
    id: one(`${row}.id`),
    ja: one(`${row}.ja`),
    en: one(`${row}.en`),
  });
  return {
    wish,
    id: one('id'),
    basedOn: Number(one('basedOn')) || 0,
    typed: {
      ...texts,
      kinds: fields.get('kinds') ?? [],
      criteria: rows('criteria').map(criterionAt),
      questions: rows('questions').map((row) => ({
        ...criterionAt(row),
        sort: one(`${row}.sort`),
        required: one(`${row}.required`) === 'yes',
        optionsJa: one(`${row}.optionsJa`),
        optionsEn: one(`${row}.optionsEn`),
      })),
    },
  };
}

function isOffered(name: string): boolean {
  const [list, row, part] = name.split('.');
  if (row === undefined) return [...single, 'kinds', 'wish', 'id', 'basedOn'].includes(name);
  if (!/^\d{1,2}$/.test(row) || Number(row) > mostRows || !part) return false;
  const parts: readonly string[] = list === 'criteria' ? ofCriterion : list === 'questions' ? ofQuestion : [];
  return parts.includes(part) && name === `${list}.${row}.${part}`;
}
