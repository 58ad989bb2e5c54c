import type { Reading } from '../../platform/i18n/language.ts';
import { recordCard } from './record-card.ts';
import type { CardView } from './views.ts';

interface RecordListProps {
  cards: CardView[];
  reading: Reading;
  headingLevel: 2 | 3;
  /** Boxes side by side, or rows with a line between. */
  as: 'grid' | 'rows';
}

export function RecordList({ cards, reading, headingLevel, as }: RecordListProps) {
  return (
    <ul class={as === 'grid' ? 'card-grid' : 'card-rows'}>
      {cards.map((card) => (
        <li>{recordCard(card, reading, headingLevel)}</li>
      ))}
    </ul>
  );
}
