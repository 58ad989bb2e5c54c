import { phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
  title: 'このサイトの弱点を見つけた方へ',
  lead: 'このサイトの安全に関わる不具合（脆弱性）を見つけたら、公開する前に知らせてください。',
  where: '知らせる先',
  contacts: 'このサイトの運営者が受け付けています。',
  noContact:
    'このサイトの運営者は、専用の連絡先をまだ公開していません。IPA（情報処理推進機構）の届出窓口が受け付け、運営者に伝えます。',
  ipaToo: '運営者に直接知らせにくいときは、IPA（情報処理推進機構）の届出窓口も使えます。',
  ipa: 'IPA 脆弱性関連情報の届出受付',
  what: '書いてほしいこと',
  whatItems: {
    where: 'どのページで、何をしたか（アドレスと手順）',
    effect: '何が起きたか、どんな被害につながりそうか',
    answer: '返事の宛先（匿名でもかまいません）',
  },
  ask: 'お願い',
  askItems: {
    enough:
      '確かめるのに必要なこと以上はしないでください。ほかの人の情報を見たり、変えたり、消したりしないでください。',
    noHarm: '大量の要求を送ること、人をだますこと、建物に入ることはしないでください。',
    silence: '直すまで、内容を公開しないでください。',
  },
  machine: '機械で読める形:',
};

const en: typeof ja = {
  title: 'If you have found a weakness of this site',
  lead: 'If you have found a fault that endangers this site or its users (a vulnerability), please tell us before you publish it.',
  where: 'Where to report',
  contacts: 'The body that runs this site takes reports at:',
  noContact:
    'The body that runs this site has not yet published a contact for this. IPA, the Information-technology Promotion Agency, takes reports and passes them on to it.',
  ipaToo:
    'If you would rather not write to the body itself, IPA, the Information-technology Promotion Agency, takes reports too.',
  ipa: 'IPA: reporting vulnerability-related information (in Japanese)',
  what: 'What to write',
  whatItems: {
    where: 'On which page, and what you did (address and steps)',
    effect: 'What happened, and what harm it could do',
    answer: 'Where we can answer you (you may stay anonymous)',
  },
  ask: 'What we ask of you',
  askItems: {
    enough: 'Do no more than it takes to be sure. Do not read, change or delete what belongs to others.',
    noHarm: 'Send no floods of requests, deceive nobody, enter no buildings.',
    silence: 'Do not publish it before it is mended.',
  },
  machine: 'The same for machines:',
};

/** The sentences of the page on reporting weaknesses. */
export const securityText = phrasebook({ ja, en });
