import type { Reading } from '../../../../platform/i18n/language.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import type { SiteMapSection } from '../../../../platform/web/site-map.ts';
import { RecordWording } from '../../../../ui/text/record-wording.ts';
import type { Words } from '../../../../ui/text/words.ts';
import { callKind } from '../call-kind.ts';
import { callStateAt } from '../model.ts';
import { callPaths } from '../paths.ts';
import type { PublicCallRow, PublicCallView } from '../views.ts';

const callsLabel = { ja: '募集', en: 'Calls for entries' };

/** Open and planned calls: open ones first, then by next closing or opening time. */
export function currentCalls(model: PublishedRecords, reading: Reading, now: Date): PublicCallRow[] {
  const next = ({ state, opensAt, closesAt }: PublicCallRow) =>
    (state === 'open' ? closesAt : opensAt).getTime();
  return model
    .ofKind(callKind.name)
    .map((record) => rowOf(record, reading, now))
    .filter(({ state }) => state !== 'closed')
    .sort((a, b) => a.state.localeCompare(b.state) || next(a) - next(b));
}

/** The page of all calls, and the page of each that was announced. */
export function callSiteMap(model: PublishedRecords): SiteMapSection[] {
  const pages = model.ofKind(callKind.name).map((record) => {
    const { ja, en = ja } = dataOf(callKind, record).title;
    return { path: callPaths.publicCall(record.id), label: { ja, en }, fileOnly: true as const };
  });
  const list = { path: callPaths.public, label: callsLabel };
  return [{ name: 'find', heading: callsLabel, position: 10, pages: [list, ...pages] }];
}

/** One announced call; closed calls stay visible. */
export function publicCallView(
  { model, kinds }: Pick<Platform, 'model' | 'kinds'>,
  id: string,
  reading: Reading,
  now: Date,
): PublicCallView | undefined {
  const record = model.get(id);
  if (record?.kind !== callKind.name) return undefined;
  const call = dataOf(callKind, record);
  const wording = new RecordWording(record, reading);
  const guidance = wording.html(call.body, 'body');
  return {
    ...rowOf(record, reading, now),
    guidanceHtml: guidance.html,
    guidanceLanguage: guidance.language,
    kinds: call.kinds
      .filter((kind) => kinds.has(kind))
      .map((kind) => kinds.get(kind).label[reading.language]),
    reviewBy: call.reviewBy,
    criteria: call.criteria.map(({ label }, at) => wording.text(label, `criteria.${at}.label`)),
    questions: call.questions.map(({ label, required = false, options }, at) => ({
      label: wording.text(label, `questions.${at}.label`),
      required,
      options: options.map((option, place) => wording.text(option, `questions.${at}.options.${place}`)),
    })),
  };
}

function rowOf(record: PublishedRecord, reading: Reading, now: Date): PublicCallRow {
  const call = dataOf(callKind, record);
  const title: Words = new RecordWording(record, reading).text(call.title, 'title');
  const [opensAt, closesAt] = [new Date(call.opensAt), new Date(call.closesAt)];
  return {
    id: record.id,
    title,
    path: callPaths.publicCall(record.id),
    state: callStateAt(call, now),
    opensAt,
    closesAt,
  };
}
