import { z } from 'zod';
import { single } from '../../../../platform/collections/api-schema.ts';
import type { OpenCollection } from '../../../../platform/collections/collections.ts';
import { wordOf } from '../../../../platform/collections/columns.ts';
import { entryOf } from '../../../../platform/collections/entries.ts';
import type { Entry } from '../../../../platform/collections/entry.ts';
import type { Facet } from '../../../../platform/collections/facet.ts';
import { everything } from '../../../../platform/collections/query.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import { toolWords } from '../answer-messages.ts';
import { type FoundRecord, searchAnswer } from '../answer-schemas.ts';
import { defineTool, languageInput, programReader, type Tool, type ToolSources } from '../tool.ts';

const maxResults = 50;
/** More values of one facet than any honest question names. */
const maxValues = 60;
const longestValue = 60;

/** Search over all kinds of records, narrowed by the site's facets as they are declared and worded now. */
export function searchTool(sources: ToolSources): Tool {
  const { whole } = sources.platform.collections;
  const kinds = whole.kinds().map(({ name }) => name);
  const input = z.strictObject({
    query: single.q,
    kinds: z
      .array(z.enum(kinds))
      .max(kinds.length)
      .default([])
      .describe('Kinds of records; none given: all of them'),
    filters: z
      .strictObject(
        Object.fromEntries(whole.apiFacets.map((facet) => [facet.name, filterSchema(facet, whole)])),
      )
      .default({})
      .describe('Conditions. Values of one condition are alternatives; a record must meet every condition.'),
    sort: z.enum(whole.declaration.sorts.map(({ name }) => name)).default('relevance'),
    limit: z.int().min(1).max(maxResults).default(10),
    offset: z.int().min(0).max(1_000_000).default(0),
    language: languageInput,
  });
  return defineTool({
    name: 'search',
    title: 'Search the catalogue / さがす',
    description:
      'Searches cybersecurity courses, materials, consultation desks, support schemes and special features in Japan, in Japanese or English. Narrow by purpose, age, affiliation, region, cost and so on. For a person to whom something has happened (a suspicious message, a leaked password, ransomware) call find_help instead. / サイバーセキュリティの講座、教材、相談窓口、支援制度などを探します。',
    input,
    output: searchAnswer,
    answer({ query, kinds: asked, filters, sort, limit, offset, language }) {
      const values: Record<string, string[]> = {};
      for (const facet of whole.apiFacets) {
        for (const word of (filters as Record<string, string[] | undefined>)[facet.name] ?? []) {
          const value = whole.vocabulary().resolve(facet.name, word);
          if (value === undefined) return { ok: false, text: unknownValue(facet, word, whole, language) };
          values[facet.name] = [...(values[facet.name] ?? []), value];
        }
      }
      const q = query.trim();
      const found = whole.search.find(
        { ...everything, q, filters: values, kinds: asked, sort },
        { limit, offset },
      );
      const { baseUrl } = sources.platform.config;
      const items = whole
        .pick(found.hits.map(({ id }) => id))
        .map((record) => listed(entryOf(record, whole, language, baseUrl)));
      const next = offset + items.length;
      const situations = sources.help
        .find(q, programReader(language, sources), sources.platform.now())
        .map(({ id, title, href }) => ({ id, title: title.text, page: href }));
      const value = {
        total: found.total,
        relaxed: found.relaxed || found.onlyNear,
        suggestions: found.suggestions,
        situations,
        items,
        nextOffset: next < found.total && items.length > 0 ? next : null,
      };
      return { ok: true, value, text: textOf(value, language) };
    },
  });
}

/** An entry as lists give it. */
export function listed(entry: Entry): FoundRecord {
  const { id, kind, title, summary, operator, page, url, lang, updatedOn, sample } = entry;
  return { id, kind, title, summary, operator, page, url, language: lang, updatedOn, sample };
}

function filterSchema(facet: Facet, collection: OpenCollection) {
  return z
    .array(z.string().max(longestValue))
    .max(maxValues)
    .optional()
    .describe(`${facet.label.en} / ${facet.label.ja}: ${choices(facet, collection, 'en')}`);
}

/** `know` (to learn), `train` (to train): every value with its word. */
function choices(facet: Facet, collection: OpenCollection, language: Language): string {
  const vocabulary = collection.vocabulary();
  return vocabulary
    .values(facet.name)
    .map((value) => `${value} (${wordOf(facet, value, vocabulary, language)})`)
    .join(', ');
}

function unknownValue(facet: Facet, word: string, collection: OpenCollection, language: Language): string {
  return toolWords(language).unknownValue(facet.name, word, choices(facet, collection, language));
}

function textOf(value: z.output<typeof searchAnswer>, language: Language): string {
  const words = toolWords(language);
  return [
    words.found(value.total, value.relaxed),
    ...value.situations.map(({ title, id }) => words.maybeHappened(title, id)),
    ...value.items.map((item) => words.item(item)),
    ...(value.suggestions.length > 0 ? [words.otherSpellings(value.suggestions)] : []),
    ...(value.nextOffset === null ? [] : [words.more(value.nextOffset)]),
  ].join('\n');
}
