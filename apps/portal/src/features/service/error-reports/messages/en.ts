import type { ja } from './ja.ts';

export const en: typeof ja = {
  ask: 'Report a mistake in this information',
  lead: (title: string) => `Tell us what is out of date or wrong with “${title}”.`,
  body: 'What is wrong',
  bodyHelp: 'At most 2,000 characters. Please write no names, telephone numbers or other personal data.',
  email: 'E-mail address',
  emailHelp: 'Only if you want an answer. It is deleted when we answered, after 90 days at the latest.',
  send: 'Send',
  sent: 'We have received your report. Thank you.',
  sentNext: 'We look into it, and so does the organisation that entered it.',
  back: 'Back to the page',
  tooMany: 'Please send it again in a while.',
  title: 'Reported mistakes',
  listLead:
    'What visitors say of published entries. It is also on the page of the organisation that entered them.',
  none: 'No report waits for an answer.',
  reply: 'Answer to whoever reported it',
  replyHelp: 'What you write is mailed to them. Within a day the address is deleted.',
  noReply: 'No address was given.',
  done: 'Mark as dealt with',
  dealtWith: { replied: 'Dealt with, and the answer was sent.', closed: 'Dealt with.' },
};
