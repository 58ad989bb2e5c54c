import type { ja } from './ja.ts';

export const en: typeof ja = {
  title: 'Webhooks',
  description: 'Tell other systems what is published and withdrawn.',
  lead: 'Each address registered here is told by a signed HTTP POST when an initiative is published, changed or withdrawn.',
  none: 'Nothing is registered yet.',
  register: 'Register a webhook',
  columns: { name: 'Name', url: 'Address', state: 'State', last: 'Last message' },
  never: 'None yet',
  states: { active: 'Active', paused: 'Paused', failing: 'Stopped: not reached' },
  events: {
    'entry.published': 'Published or changed',
    'entry.withdrawn': 'Withdrawn or expired',
    'webhook.test': 'Test',
  },
  deliveryStates: { waiting: 'Waiting', delivered: 'Delivered', failed: 'Not delivered' },
  form: {
    heading: 'Register a webhook',
    name: 'Name',
    nameHelp: 'A name that says which system it is.',
    url: 'Address',
    urlHelp: 'An address on the public Internet that begins with https://.',
    submit: 'Register',
  },
  secret: {
    title: 'Signing secret',
    heading: 'Signing secret',
    once: 'This secret is shown now and never again. Set it in the system that receives the messages.',
    changed: 'The former secret signs beside it for 24 hours more. Change the receiving system in that time.',
    next: 'To the webhook',
  },
  endpoint: {
    created: 'Registered',
    failing:
      'Messages did not arrive however often they were sent, so sending was stopped. Check the address, then resume.',
    paused: 'Sending is paused. What is published and withdrawn meanwhile is not sent.',
    tested: 'A test message is on its way. The table below shows what becomes of it.',
    deliveries: 'Recent messages',
    noDeliveries: 'Nothing was sent yet.',
    columns: { at: 'Time', event: 'Event', state: 'Outcome', attempts: 'Tries', answer: 'Answer' },
    failures: {
      'address-refused': 'address not allowed',
      unresolvable: 'no such host',
      unreachable: 'not reached',
      'too-slow': 'no answer in time',
      'too-many-redirects': 'too many redirects',
      'endpoint-off': 'sending was off',
    },
    verify: 'How to check the signature',
    verifyBody:
      'The form is that of Standard Webhooks. Join webhook-id, webhook-timestamp and the body with full stops; the HMAC-SHA256 of that under the secret (what follows whsec_, read as Base64), written as Base64, equals what follows “v1,” in webhook-signature. Discard messages whose time is more than five minutes off. The same webhook-id is the same message: it may arrive twice.',
    acts: {
      secret: 'Change the secret',
      pause: 'Pause',
      resume: 'Resume',
      test: 'Send a test',
      remove: 'Remove',
    },
    consequences: {
      secret:
        'The next page shows the new secret, once. The former one signs beside it for 24 hours more: change the receiving system in that time.',
      remove: 'Nothing is sent there any more, and the record of what was sent goes. This cannot be undone.',
    },
  },
};
