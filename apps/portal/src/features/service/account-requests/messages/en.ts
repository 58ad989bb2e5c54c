import type { ja } from './ja.ts';

export const en: typeof ja = {
  form: {
    title: 'Ask for an account',
    description: 'Ask for an account with which your organisation enters initiatives.',
    heading: 'Ask for an account',
    lead: 'An account is for organisations that enter initiatives or training. You get a mail to confirm your address; the operator then looks at your request and sends an invitation.',
    organisation: 'Name of the organisation',
    email: 'Mail address that you use at work',
    emailHelp: 'The mail to confirm it is sent there. It is used for nothing else.',
    message: 'What you would like to enter',
    messageHelp: 'Name of the initiative or training, address of its official page.',
    submit: 'Ask for an account',
  },
  sent: {
    heading: 'A mail was sent to you',
    body: 'Follow its link to confirm your request. If it does not arrive, check the address and your spam folder.',
  },
  tooMany: 'Too many requests in a short time. Try again in a while.',
  confirm: {
    title: 'Confirm your request',
    lead: 'This confirms the request for an account as the reader of this mail address.',
    submit: 'Confirm the request',
    done: 'Confirmed',
    next: (days: number) =>
      `The operator looks at your request. An invitation follows by mail. If none has come after ${days} days, the request is deleted; send it again.`,
    again: 'Ask once more',
  },
  list: {
    title: 'Requests for accounts',
    lead: (days: number) =>
      `Requests whose mail address was confirmed. Accepting one makes the organisation and invites the address as its owner. What nobody decides on within ${days} days is deleted.`,
    none: 'No request is waiting.',
    email: 'Mail address',
    confirmedAt: 'Confirmed',
    message: 'What they would like to enter',
    accept: 'Accept and invite',
    decline: 'Decline',
    done: { accepted: 'The invitation was sent.', declined: 'The request was closed.' },
  },
};
