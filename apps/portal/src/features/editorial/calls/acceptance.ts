import type { Label } from '../../../platform/i18n/localised.ts';
import type { Call } from './call-kind.ts';

/** A criterion for publishing an entry; the reviewer confirms each one. */
export interface Criterion {
  id: string;
  label: Label;
}

/** Default criteria for entries; a call for entries starts with these and can change them. */
export const standingCriteria: readonly Criterion[] = [
  {
    id: 'operator',
    label: {
      ja: '実施主体がはっきりしていて、公式ページで確かめられる',
      en: 'The operator is named and can be verified on the official page',
    },
  },
  {
    id: 'purpose',
    label: {
      ja: 'サイバーセキュリティの向上や人材の育成に役立つ',
      en: 'It serves cybersecurity or the growth of its people',
    },
  },
  {
    id: 'truth',
    label: {
      ja: '説明・対象・費用が公式ページの内容と合っている',
      en: 'Description, audience and cost agree with the official page',
    },
  },
  {
    id: 'plain',
    label: {
      ja: '対象の人に分かる言葉で書かれ、宣伝に偏っていない',
      en: 'It is written for its readers and is no mere advertisement',
    },
  },
  {
    id: 'rights',
    label: {
      ja: '他者の権利や個人情報を損なわない',
      en: 'It respects the rights and personal data of others',
    },
  },
];

/** Criteria of a call, with texts in every language. */
export function criteriaOfCall({ criteria }: Pick<Call, 'criteria'>): Criterion[] {
  return criteria.map(({ id, label: { ja, en = ja } }) => ({ id, label: { ja, en } }));
}
