import type { ja } from './ja.ts';

export const en: typeof ja = {
  title: 'Mail sent',
  description: 'Mail that this site sent, and what became of it.',
  toServer: 'Mail goes to the SMTP server that is set. What a mail says is not kept once it was sent.',
  toFiles:
    'SMTP_URL is not set, so mail is not sent: it is put into the folder mail of the data folder as .eml files.',
  none: 'Nothing was sent yet.',
  columns: { subject: 'Subject', to: 'To', state: 'State', created: 'Asked for' },
  states: {
    queued: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    failed: 'Not sent',
    uncertain: 'Outcome unknown',
  },
  written: 'Written to a file',
  forgotten: '(deleted)',
  message: {
    kind: 'Kind',
    language: 'Language',
    languages: { ja: 'Japanese', en: 'English' },
    attempts: 'Tries',
    finished: 'Finished',
    error: 'Last error',
    doubtful:
      'The server stopped while this mail was being sent, so it may have arrived twice, under the same Message-ID.',
    uncertain:
      'The server stopped during the last try, so nobody knows whether this mail arrived. It is not sent again, lest it arrive twice. Ask the receiver where it matters.',
    text: 'Text',
    noText: 'The text was not kept.',
  },
};
