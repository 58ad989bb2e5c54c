import type { ja } from './ja.ts';

export const en: typeof ja = {
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
