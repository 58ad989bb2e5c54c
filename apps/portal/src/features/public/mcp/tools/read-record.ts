import { z } from 'zod';
import { entryOf } from '../../../../platform/collections/entries.ts';
import type { Entry, EntryValue } from '../../../../platform/collections/entry.ts';
import { licence } from '../../../../platform/collections/open-data.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import { toolWords } from '../answer-messages.ts';
import { recordAnswer } from '../answer-schemas.ts';
import { defineTool, languageInput, type Tool, type ToolSources } from '../tool.ts';

export const longestId = 100;

/** One record with everything that the open data tell of it. */
export function readRecordTool({ platform }: ToolSources): Tool {
  const { whole } = platform.collections;
  return defineTool({
    name: 'read_record',
    title: 'Read a record / 詳しく読む',
    description:
      'Everything the site tells of one record: description, operator, official page, for whom, cost, region, days, deadline, contact and when it was last confirmed. Ids come from search and list_runs_and_deadlines. / ひとつの取組の内容、実施主体、公式ページ、対象、費用、日程、連絡先などを返します。',
    input: z.strictObject({
      id: z.string().min(1).max(longestId).describe('The field id of a result of search, such as cyder'),
      language: languageInput,
    }),
    output: recordAnswer(whole),
    answer({ id, language }) {
      const [record] = whole.pick([id]);
      if (!record || !whole.kinds().includes(whole.kind(record)))
        return { ok: false, text: toolWords(language).noSuchRecord(id) };
      const entry = entryOf(record, whole, language, platform.config.baseUrl);
      return {
        ok: true,
        value: { record: entry, licence: licence.url, source: entry.page },
        text: recordText(entry, labelsOf(platform.collections.whole.columns, language)),
      };
    },
  });
}

/** Column names in words. */
export function labelsOf(
  columns: readonly { name: string; label: Readonly<Record<Language, string>> }[],
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(columns.map(({ name, label }) => [name, label[language]]));
}

/** A record as Markdown: its title, what is known of it line by line, then its description. */
export function recordText(entry: Entry, labels: ReadonlyMap<string, string>): string {
  const { title, summary, description, ...rest } = entry;
  const lines = Object.entries(rest)
    .filter(([, value]) => isKnown(value))
    .map(
      ([name, value]) => `- ${labels.get(name) ?? name}: ${Array.isArray(value) ? value.join(', ') : value}`,
    );
  return [`# ${title}`, summary, lines.join('\n'), description ?? ''].filter(Boolean).join('\n\n');
}

function isKnown(value: EntryValue): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
