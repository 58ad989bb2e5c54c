import type { ja } from './ja.ts';

export const en: typeof ja = {
  description: 'Hear by mail of newly listed initiatives that match a search.',
  request: {
    title: 'News by mail',
    heading: 'News by mail',
    lead: 'We write to you when something new is listed that matches this search.',
    condition: 'Search',
    everything: 'Everything',
    change: 'Change the search',
    email: 'E-mail address',
    emailHelp: 'We send you a mail first. Nothing begins until you open the link in it.',
    frequency: 'How often',
    frequencies: {
      daily: 'Daily (in the morning, when there is something new)',
      weekly: 'Weekly (Monday morning)',
    },
    submit: 'Send me the mail',
    privacy: 'Your address is used for these mails only, and deleted as soon as you leave.',
  },
  sent: {
    title: 'We have sent you a mail',
    heading: 'We have sent you a mail',
    body: 'Open the link in it within 48 hours, and the news will come.',
    missing:
      'If it does not arrive, look in your junk folder, and check the address for mistakes. One address is sent at most five such mails a day.',
  },
  confirm: {
    title: 'Start receiving news',
    heading: 'Start receiving news?',
    submit: 'Start receiving news',
    doneTitle: 'News will come',
    done: 'News will come',
    doneBody: 'You will hear of what is listed from now on. To stop, open the link in any of the mails.',
  },
  leave: {
    title: 'Stop receiving news',
    heading: 'Stop receiving news?',
    body: 'Your address and this search are then deleted.',
    submit: 'Stop receiving news',
    doneTitle: 'You have left',
    done: 'You have left',
    doneBody: 'No more news of this search will come. What we held was deleted.',
  },
  failed: {
    title: 'This link does not work',
    heading: 'This link does not work',
    again: 'Ask for a new one, or open the link in the newest mail.',
    tooManyTitle: 'One moment',
    tooMany: 'One moment, please',
    tooManyBody: (seconds) => `There were several requests in a row. Try again in about ${seconds} seconds.`,
  },
  toSearch: 'Search initiatives',
};
