import { defineMail } from '../../../platform/mail/template.ts';
import type { Frequency } from './model.ts';

const often = {
  ja: { daily: '毎日', weekly: '毎週月曜日に' },
  en: { daily: 'every day', weekly: 'every Monday' },
} satisfies Record<string, Record<Frequency, string>>;

export interface ConfirmationData {
  search: string;
  frequency: Frequency;
  link: string;
}

/** Asks the recipient to confirm the subscription. */
export const confirmationMail = defineMail<ConfirmationData>(
  'alerts.confirm',
  { ja: 'メールでのお知らせの申し込みの確認', en: 'Confirming an alert by mail' },
  {
    ja: ({ search, frequency, link }) => ({
      subject: '新着メールの受け取りを確認してください',
      body: [
        `「架け橋」に新しく載った取組を、${often.ja[frequency]}メールで受け取る申し込みがありました。`,
        { list: [`条件：${search}`] },
        'よろしければ、次のページで受け取りを始めてください。',
        { link: '受け取りを始める', href: link },
        'このリンクは48時間使えます。',
        { note: '心当たりがなければ、このメールは無視してください。何も届きません。' },
      ],
    }),
    en: ({ search, frequency, link }) => ({
      subject: 'Please confirm that you want news by mail',
      body: [
        `Somebody asked us to send you, ${often.en[frequency]}, what is newly listed on Kakehashi.`,
        { list: [`Search: ${search}`] },
        'If that was you, start it on this page:',
        { link: 'Start receiving news', href: link },
        'The link works for 48 hours.',
        { note: 'If it was not you, ignore this mail, and nothing more will come.' },
      ],
    }),
  },
);

export interface NewsData {
  search: string;
  entries: { title: string; summary: string; page: string }[];
  /** Number of further results that are not listed. */
  more: number;
  searchPage: string;
  leave: string;
}

/** New results of a search. */
export const newsMail = defineMail<NewsData>(
  'alerts.news',
  { ja: '新しい取組のお知らせ', en: 'New initiatives, as an alert' },
  {
    ja: ({ search, entries, more, searchPage, leave }) => ({
      subject: `新着 ${entries.length + more}件：${search}`,
      body: [
        `次の条件に合う取組が、新しく載りました。条件：${search}`,
        ...entries.flatMap(({ title, summary, page }) => [{ link: title, href: page }, summary]),
        ...(more > 0 ? [`ほかに${more}件あります。`] : []),
        { link: 'この条件の検索結果を見る', href: searchPage },
        { link: 'このメールの受け取りをやめる', href: leave },
      ],
    }),
    en: ({ search, entries, more, searchPage, leave }) => ({
      subject: `${entries.length + more} new: ${search}`,
      body: [
        `New initiatives match your search: ${search}`,
        ...entries.flatMap(({ title, summary, page }) => [{ link: title, href: page }, summary]),
        ...(more > 0 ? [`There are ${more} more.`] : []),
        { link: 'See all results', href: searchPage },
        { link: 'Stop these mails', href: leave },
      ],
    }),
  },
);
