import type { ja } from './ja.ts';

export const en: typeof ja = {
  errors: {
    notFoundTitle: 'Page not found',
    notFound: 'Page not found',
    notFoundBody: 'The address may have changed, or the page is no longer published.',
    tooManyTitle: 'Too many requests',
    tooMany: 'Too many requests in a short time',
    tooManyBody: (seconds) =>
      `Please wait about ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`,
    unavailableTitle: 'Not available right now',
    unavailable: 'Not available right now',
    unavailableBody:
      'Please try again in a while. If it is urgent, call the consultation desk of the police.',
    invalidTitle: 'Could not be accepted',
    invalid: 'This could not be accepted',
    brokenTitle: 'Something went wrong',
    broken: 'Something went wrong on our side',
    brokenBody: 'It has been recorded. Please try again in a while.',
    notTakenTitle: 'Not accepted just now',
    notTaken: 'This cannot be accepted just now',
    keptBody:
      'This page holds what you sent. Whether it arrived could not be told. Wait a moment, then press the button below.',
    back: 'Back to the page before',
    sendAgain: 'Send the same once more',
    reference: 'Reference for enquiries',
    waysOn: 'Ways on',
  },
  forbidden: {
    title: 'You cannot use this page',
    heading: 'You may not use this page',
    body: 'Sign in with another account, or ask an administrator. Forms sent from other sites are not accepted either.',
    toAccount: 'To your account',
    toHome: 'To the home page',
  },
  signedOut: {
    title: 'Your sign-in had expired',
    lead: 'What you sent is not lost: this page holds it.',
    signIn: 'Sign in in another tab',
    comeBack: 'Come back to this page and press the button below.',
    again: 'Send the same once more',
  },
  waysOn: {
    toFinder: 'Answer a few questions',
    toDesks: 'See consultation desks',
    toAll: 'See all initiatives',
  },
};
