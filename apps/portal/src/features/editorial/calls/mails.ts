import { writeMoment } from '../../../platform/i18n/dates.ts';
import { defineMail } from '../../../platform/mail/template.ts';

export interface CallMail {
  title: string;
  closesAt: Date;
  page: string;
}

/** Notifies possible entrants that a call has opened. */
export const callOpenMail = defineMail<CallMail>(
  'campaigns.open',
  { ja: '募集が始まったお知らせ', en: 'A call is open' },
  {
    ja: ({ title, closesAt, page }) => ({
      subject: `募集を始めました：${title}`,
      body: [
        `「${title}」の受付を始めました。`,
        { list: [`受付の終わり：${writeMoment(closesAt, 'ja')}`] },
        '募集するもの、採択の基準、応募のしかたは、次のページにあります。',
        { link: '募集の案内を見る', href: page },
        { note: 'このメールは、組織の一員として登録している方にお送りしています。' },
      ],
    }),
    en: ({ title, closesAt, page }) => ({
      subject: `Now open: ${title}`,
      body: [
        `“${title}” now takes entries.`,
        { list: [`Closes: ${writeMoment(closesAt, 'en')}`] },
        'What may be entered, by what it is judged and how to enter is on this page:',
        { link: 'Read about the call', href: page },
        { note: 'You receive this mail as a member of an organisation that may enter.' },
      ],
    }),
  },
);

/** Reminds possible entrants that a call closes soon. */
export const callClosingMail = defineMail<CallMail>(
  'campaigns.closing',
  { ja: '募集がまもなく終わるお知らせ', en: 'A call closes soon' },
  {
    ja: ({ title, closesAt, page }) => ({
      subject: `まもなく締め切ります：${title}`,
      body: [
        `「${title}」は、${writeMoment(closesAt, 'ja')}に受付を終わります。`,
        '書きかけの登録があるときは、それまでに送ってください。',
        { link: '募集の案内を見る', href: page },
      ],
    }),
    en: ({ title, closesAt, page }) => ({
      subject: `Closing soon: ${title}`,
      body: [
        `“${title}” closes on ${writeMoment(closesAt, 'en')}.`,
        'If you have begun an entry, send it before then.',
        { link: 'Read about the call', href: page },
      ],
    }),
  },
);
