import { dataOf } from '../../../../platform/publishing/kind.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import type { FindableEntry } from '../../../../platform/search/findable-entry.ts';
import { markdownToHtml, textOfHtml } from '../../../../platform/typesetting/markdown.ts';
import { helpDeskKind } from '../kinds/help-desk.ts';
import { noticeKind } from '../kinds/notice.ts';
import { sitePageKind } from '../kinds/site-page.ts';
import type { FindablePage } from './findable-page.ts';
import { ownPages } from './own-pages.ts';
import { readSigns } from './told-trouble.ts';

/**
 * Every page that is no record: situations and contacts of 被害に遭ったら, pages of text, notices that hold at a time,
 * and the pages of all capabilities.
 * @param others  pages of other capabilities
 */
export function findablePages(
  model: PublishedRecords,
  others: readonly FindableEntry[],
  now: Date,
): FindablePage[] {
  const ofOthers = others.map(
    ({ path, title, asked }): FindablePage => ({ address: path, group: 'page', title, asked }),
  );
  return [...helpPages(model), ...ownPages, ...ofOthers, ...textPages(model), ...noticePages(model, now)];
}

function helpPages(model: PublishedRecords): FindablePage[] {
  const record = model.only(helpDeskKind.name);
  if (!record) return [];
  const { id } = record;
  const { situations, numbers, told = [] } = dataOf(helpDeskKind, record);
  return [
    ...situations.map((situation, index): FindablePage => {
      const path = `situations.${index}`;
      return {
        address: `/help/${situation.id}`,
        group: 'help',
        title: situation.title,
        lead: situation.lead,
        asked: situation.asked,
        signs: readSigns(situation.signs ?? [], told),
        source: { id, title: `${path}.title`, lead: `${path}.lead` },
      };
    }),
    ...numbers.map((number, index): FindablePage => {
      const path = `numbers.${index}`;
      return {
        address: `/help#${number.id}`,
        group: 'contact',
        title: number.label,
        lead: number.when,
        asked: [...(number.asked ?? []), ...(number.number ? spellingsOf(number.number) : [])],
        source: { id, title: `${path}.label`, lead: `${path}.when` },
        telephone: number.number,
        isLocal: number.local,
      };
    }),
  ];
}

/** #9110 is looked for as 9110 too, and 03-5978-7509 without its hyphens. */
function spellingsOf(telephone: string): string[] {
  const digits = telephone.replace(/\D/g, '');
  return digits === telephone ? [telephone] : [telephone, digits];
}

function textPages(model: PublishedRecords): FindablePage[] {
  return model.ofKind(sitePageKind.name).map((record) => {
    const { title, body, asked } = dataOf(sitePageKind, record);
    return {
      address: `/${record.id}`,
      group: 'page',
      title,
      asked,
      body: [body.ja, body.en, body.easy]
        .map((text) => (text ? textOfHtml(markdownToHtml(text)) : ''))
        .join('\n'),
      source: { id: record.id, title: 'title' },
    };
  });
}

function noticePages(model: PublishedRecords, now: Date): FindablePage[] {
  return model.ofKind(noticeKind.name).flatMap((record) => {
    const { title, body, start, end } = dataOf(noticeKind, record);
    const holds = Date.parse(start) <= now.getTime() && now.getTime() < Date.parse(end);
    if (!holds) return [];
    const text = body && [body.ja, body.en, body.easy].filter(Boolean).join('\n');
    return [
      {
        address: '/#notices',
        group: 'notice' as const,
        title,
        body: text,
        source: { id: record.id, title: 'title' },
      },
    ];
  });
}
