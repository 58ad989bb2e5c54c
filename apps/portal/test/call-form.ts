import type { BrowserSession } from './browser-session.ts';
import { hidden } from './desk-visitors.ts';

/** A filled-in call for entries, open from yesterday for two weeks, with one question that must be answered. */
export function callFields(now: Date, changes: Record<string, string> = {}): Record<string, string> {
  return {
    titleJa: '令和8年度の取組の募集',
    titleEn: 'Call for initiatives 2026',
    bodyJa: '## 趣旨\n\n研修プログラムを募集します。',
    bodyEn: '## Aim\n\nWe are looking for training programmes.',
    kinds: 'initiative',
    opensAt: inTokyo(now, -1),
    closesAt: inTokyo(now, 13),
    reviewBy: '',
    'criteria.0.id': 'truth',
    'criteria.0.ja': '公式ページの内容と合っている',
    'criteria.0.en': 'It agrees with the official page',
    'criteria.1.id': 'open-to-all',
    'criteria.1.ja': 'だれでも申し込める',
    'criteria.1.en': 'Anybody can join',
    'questions.0.id': 'places',
    'questions.0.ja': '定員は何人ですか',
    'questions.0.en': 'How many places are there?',
    'questions.0.sort': 'short',
    'questions.0.required': 'yes',
    'questions.0.optionsJa': '',
    'questions.0.optionsEn': '',
    wish: 'save',
    ...changes,
  };
}

/** A moment so many days from another, as the form takes it. */
export function inTokyo(now: Date, days: number): string {
  const moment = new Date(now.getTime() + days * 86_400_000 + 9 * 3_600_000);
  return moment.toISOString().slice(0, 16);
}

/** Prepares a call as an editor would, and announces it by rule. @returns its id */
export async function openCall(
  editor: BrowserSession,
  now: Date,
  changes: Record<string, string> = {},
  announced = true,
): Promise<string> {
  const page = await (await editor.get('/desk/calls/new')).text();
  const id = hidden(page, 'id');
  const answer = await editor.post('/desk/calls/new', { id, basedOn: '0', ...callFields(now, changes) });
  if (answer.status !== 303) throw new Error(`the call was not taken: ${answer.status}`);
  if (announced) await editor.post(`/desk/calls/${id}/announce`);
  return id;
}
