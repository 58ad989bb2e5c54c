import type { LocalisedText } from '../../../../../platform/i18n/language.ts';
import type { SpecialFeatureBlockView, SpecialFeatureView } from '../../views.ts';
import { initiatives, readYaml } from './sample-content.ts';
import type { SampleViews } from './sample-views.ts';

interface Source {
  title: LocalisedText;
  tagline: LocalisedText;
  lead: LocalisedText;
  blocks: {
    id: string;
    type: string;
    heading: LocalisedText;
    body?: LocalisedText;
    lead?: LocalisedText;
    note?: LocalisedText;
    ids?: string[];
    items?: {
      title?: LocalisedText;
      text?: LocalisedText;
      body?: LocalisedText;
      date?: string;
      on?: string;
    }[];
  }[];
}

/** The STOP! RANSOMWARE feature of `content/`, laid out as its page is given it. */
export function sampleSpecialFeature({ wording }: SampleViews): SpecialFeatureView {
  const source = readYaml('features/stop-ransomware.yaml') as Source;
  const cards = (ids: string[] = []) =>
    initiatives.filter(({ id }) => ids.includes(id)).map((initiative) => wording.card(initiative));
  const blocks = source.blocks.flatMap((block): SpecialFeatureBlockView[] => {
    const { id } = block;
    const heading = wording.text(block.heading);
    const lead = block.lead ? { lead: wording.text(block.lead) } : {};
    const title = (item: NonNullable<typeof block.items>[number]) =>
      wording.text(item.title ?? item.text ?? '—');
    switch (block.type) {
      case 'text': {
        const { text, language } = wording.text(block.body ?? '');
        return [{ type: 'text', id, heading, html: `<p>${text}</p>`, language }];
      }
      case 'steps':
        return [
          {
            type: 'steps',
            id,
            heading,
            ...(block.note && { note: wording.text(block.note) }),
            items: (block.items ?? []).map((item) => ({
              title: title(item),
              body: wording.text(item.body ?? ''),
            })),
          },
        ];
      case 'timeline':
        return [
          {
            type: 'timeline',
            id,
            heading,
            items: (block.items ?? []).map((item) => ({
              date: String(item.date ?? item.on),
              title: title(item),
              ...(item.body && { body: wording.text(item.body) }),
            })),
          },
        ];
      case 'desks':
        return [{ type: 'desks', id, heading, ...lead, cards: cards(block.ids) }];
      default:
        return [{ type: 'records', id, heading, ...lead, cards: cards(block.ids), moreHref: '/search' }];
    }
  });
  return {
    id: 'stop-ransomware',
    title: wording.text(source.title),
    tagline: wording.text(source.tagline),
    lead: wording.text(source.lead),
    blocks,
    updatedOn: '2026-11-23',
  };
}
