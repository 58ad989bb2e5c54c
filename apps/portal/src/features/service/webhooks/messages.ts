import { phrasebook } from '../../../ui/text/phrasebook.ts';

const ja = {
  title: 'Webhook',
  description: '掲載と取り下げを、ほかのシステムへ知らせます。',
  lead: '取組の掲載・更新・取り下げを、登録したアドレスへ署名を付けて知らせます。',
  none: '登録はまだありません。',
  register: 'Webhookを登録する',
  columns: { name: '名前', url: '送り先', state: '状態', last: '最後の送信' },
  never: 'まだありません',
  states: { active: '有効', paused: '停止中', failing: '届かないため停止' },
  events: {
    'entry.published': '掲載・更新',
    'entry.withdrawn': '取り下げ・期限切れ',
    'webhook.test': '試し送り',
  },
  deliveryStates: { waiting: '送信待ち', delivered: '届いた', failed: '届かなかった' },
  form: {
    heading: 'Webhookの登録',
    name: '名前',
    nameHelp: 'どのシステムへ送るのかが分かる名前にしてください。',
    url: '送り先のアドレス',
    urlHelp: 'https:// で始まる、インターネットに公開されたアドレス。',
    submit: '登録する',
  },
  secret: {
    title: '署名の鍵',
    heading: '署名の鍵',
    once: 'この鍵は、いま一度だけ表示します。受け取る側のシステムに設定してください。',
    changed: '前の鍵による署名も、あと24時間は付きます。その間に受け取る側の設定を切り替えてください。',
    next: '登録の内容へ',
  },
  endpoint: {
    created: '登録した日時',
    failing: '何度送っても届かなかったため、送信を止めました。送り先を確かめてから、送信を再開してください。',
    paused: '送信を止めています。止めている間の掲載と取り下げは送られません。',
    tested: '試し送りを始めました。結果は下の表に出ます。',
    deliveries: '最近の送信',
    noDeliveries: 'まだ何も送っていません。',
    columns: { at: '日時', event: '内容', state: '結果', attempts: '回数', answer: '応答' },
    failures: {
      'address-refused': '接続を許していないアドレス',
      unresolvable: 'ホスト名が見つからない',
      unreachable: '接続できない',
      'too-slow': '時間切れ',
      'too-many-redirects': '転送が多すぎる',
      'endpoint-off': '送信を止めている間だった',
    },
    verify: '署名の確かめ方',
    verifyBody:
      'Standard Webhooksの形式です。webhook-id、webhook-timestamp、本文を「.」でつなぎ、鍵（whsec_ より後をBase64として読む）によるHMAC-SHA256をBase64にしたものが、webhook-signatureの「v1,」の後と一致します。時刻が5分以上ずれたものは捨ててください。同じ webhook-id は同じ知らせです。二度届くことがあります。',
    acts: {
      secret: '鍵を取り替える',
      pause: '送信を止める',
      resume: '送信を再開する',
      test: '試しに送る',
      remove: '登録を削除する',
    },
    consequences: {
      secret:
        '新しい鍵は、次の画面に一度だけ出ます。前の鍵による署名も24時間は付くので、その間に受け取る側の設定を切り替えてください。',
      remove: 'この送り先には何も送られなくなり、送信の記録も消えます。元には戻せません。',
    },
  },
};

const en: typeof ja = {
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

/** The sentences of the webhook pages. */
export const webhookText = phrasebook({ ja, en });
