import { type Area, skill } from '../area.ts';

export const daily: Area = {
  id: 'daily',
  title: { ja: '日々の備え', en: 'Everyday security' },
  skills: [
    skill(
      'day-authentication',
      ['パスワードと多要素認証', 'Passwords and multi-factor authentication'],
      [
        '使い回さず、管理ツールと多要素認証を使い、盗まれても入られにくくする。',
        'Reuses no password, and uses a manager and a second factor so that a stolen one does not suffice.',
      ],
      'near nice K0830, near nice K0686',
      [
        [
          '同じパスワードの使い回しがなぜ危ないかを知っている。',
          'Knows why using one password twice is dangerous.',
        ],
        [
          '案内に沿って、業務のサービスに多要素認証を設定する。',
          'Sets up multi-factor authentication at work by instructions.',
        ],
        [
          'パスワード管理ツールとパスキーを日常で使い、怪しい承認の通知を断る。',
          'Uses a password manager and passkeys every day and refuses prompts one did not cause.',
        ],
        [
          '部門の認証の決まりをつくり、困っている人を助ける。',
          'Makes a department’s rules for signing in and helps those who have trouble.',
        ],
      ],
    ),
    skill(
      'day-phishing',
      ['だますメールと電話を見抜く', 'Recognising phishing and fraud'],
      [
        '急がせる・送金させる・情報を聞き出す連絡に気付き、別の手段で確かめる。',
        'Notices messages that hurry one, ask for money or for information, and checks by another way.',
      ],
      'near ecsf K0019',
      [
        ['よくある手口を三つ言える。', 'Can name three common tricks.'],
        [
          '迷ったときに開かず、決められた窓口に相談する。',
          'When in doubt, does not open it and asks the contact point.',
        ],
        [
          '送金や口座変更の依頼を、知っている番号に電話して確かめる。',
          'Checks requests to pay or to change an account by calling a number one knows.',
        ],
        [
          '部門の支払いや受付の手順に確認を組み込み、実例を使って教える。',
          'Builds checks into payments and reception, and teaches with real cases.',
        ],
      ],
    ),
    skill(
      'day-devices',
      ['機器をなくさない・のぞかれない', 'Looking after devices'],
      [
        'パソコンとスマートフォンに鍵をかけ、持ち出しと紛失の決まりを守る。',
        'Locks computers and phones, and keeps the rules on taking them out and losing them.',
      ],
      'near nice K0716',
    ),
    skill(
      'day-updates',
      ['更新を後回しにしない', 'Installing updates'],
      [
        '機器やアプリの更新を早く当て、サポートの切れたものを使わない。',
        'Installs updates early and does not use what is no longer supported.',
      ],
      'narrower ecsf T0089, near nice S0705',
      [
        ['更新が弱点をふさぐものだと知っている。', 'Knows that updates close weaknesses.'],
        ['通知に従い、その日のうちに更新する。', 'Installs an update on the day of the notice.'],
        [
          '部門の機器の更新状況を確かめ、古いものの入れ替えを申し出る。',
          'Checks the updates of a department’s devices and asks for old ones to be replaced.',
        ],
        [
          '業務を止めずに更新できる時期と手順を決める。',
          'Decides when and how to update without stopping work.',
        ],
      ],
    ),
    skill(
      'day-data-handling',
      ['情報を重要さで分けて扱う', 'Handling information by its importance'],
      [
        '社外秘、個人情報などの区分に合わせて、送り方・保管・廃棄を変える。',
        'Sends, stores and disposes of information by its class, such as confidential or personal.',
      ],
      'near nice K0766, near gddat S097',
      [
        ['自分が扱う情報の区分を言える。', 'Can say the class of the information one handles.'],
        [
          '宛先と添付を確かめてから送り、誤りに気付いたらすぐ知らせる。',
          'Checks recipient and attachment before sending, and reports a mistake at once.',
        ],
        [
          '新しい資料の区分を自分で判断し、共有の範囲を設定する。',
          'Classes new documents and sets who may see them.',
        ],
        [
          '部門の区分と保管の決まりをつくり、守られているかを確かめる。',
          'Makes a department’s rules on classes and storage and checks that they are kept.',
        ],
      ],
    ),
    skill(
      'day-remote',
      ['社外で安全に働く', 'Working away from the office'],
      [
        '自宅や出先で、回線・画面・会話・紙の扱いに気を付ける。',
        'Minds network, screen, talk and paper at home and on the road.',
      ],
      'near ecsf K0003',
    ),
    skill(
      'day-sharing',
      ['クラウドで安全に共有する', 'Sharing in the cloud'],
      [
        '共有リンクの範囲と期限を絞り、許可のないサービスに仕事の情報を入れない。',
        'Limits who may open a link and until when, and puts no work into services that are not allowed.',
      ],
      'near nice K0863',
      [
        ['「リンクを知る全員」に公開する危険を知っている。', 'Knows the danger of “anyone with the link”.'],
        ['相手を指定して共有し、終わったら止める。', 'Shares with named people and ends it afterwards.'],
        [
          '部門の共有を定期的に見直し、生成AIを含む外部サービスに入れてよい情報を見分ける。',
          'Reviews a department’s shares and tells what may go into outside services, generative AI included.',
        ],
        [
          '部門で使うサービスの選定と設定の決まりをつくる。',
          'Makes the rules for choosing and setting up services in a department.',
        ],
      ],
    ),
    skill(
      'day-reporting',
      ['おかしいと思ったらすぐ知らせる', 'Reporting what seems wrong'],
      [
        '開いてしまった、なくした、画面がおかしい、を隠さず決められた窓口にすぐ伝える。',
        'Tells the contact point at once, and openly, that something was opened, lost or looks wrong.',
      ],
      'near nice S0550, near ecsf T0023',
      [
        ['連絡先を言える。', 'Can say whom to contact.'],
        [
          'いつ・何を・どうしたかを落ち着いて伝え、電源や証拠を勝手に触らない。',
          'Says calmly when, what and how, and does not touch power or traces unasked.',
        ],
        [
          '部下や同僚の報告を受け、責めずに窓口へつなぐ。',
          'Takes reports of colleagues without blame and passes them on.',
        ],
        [
          '部門の連絡の流れをつくり、夜間や休日も含めて試す。',
          'Sets up how a department reports and tries it out, nights and holidays included.',
        ],
      ],
    ),
    skill(
      'day-social-media',
      ['SNSでの発信に気を付ける', 'Care with social media'],
      [
        '写真や投稿から仕事の情報が漏れることを知り、公私のアカウントを分ける。',
        'Knows that photos and posts give work away, and keeps private and work accounts apart.',
      ],
      'near ecsf K0003',
    ),
    skill(
      'day-backup',
      ['大事なものは二つ以上持つ', 'Keeping copies'],
      [
        '仕事のデータを決められた場所に置き、なくなっても戻せるようにする。',
        'Keeps work where it belongs, so that it can be brought back.',
      ],
      'narrower nice K0701',
    ),
  ],
};
