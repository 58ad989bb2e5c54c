import { type Area, skill } from '../area.ts';

export const operations: Area = {
  id: 'operations',
  title: { ja: '基盤と運用', en: 'Infrastructure and operations' },
  skills: [
    skill(
      'ops-network',
      ['ネットワークを守る', 'Network security'],
      [
        '通信の経路を分け、要る通信だけを通し、外からの入口を管理する。',
        'Divides the network, lets through what is needed and controls the ways in.',
      ],
      'near ecsf K0017, near nice K0717',
    ),
    skill(
      'ops-servers',
      ['サーバーを守る', 'Server hardening'],
      [
        '不要な機能を止め、権限を絞り、基準に沿った設定を保つ。',
        'Turns off what is not needed, limits privileges and keeps to a baseline.',
      ],
      'near ecsf K0016, near nice NF-COM-009',
    ),
    skill(
      'ops-endpoints',
      ['端末を管理する', 'Endpoint management'],
      [
        '社内の端末の設定・暗号化・防御ソフトを一括で管理する。',
        'Manages settings, encryption and protection of all devices centrally.',
      ],
      'near nice S0552',
    ),
    skill(
      'ops-identity',
      ['IDと権限を管理する', 'Identity and access management'],
      [
        '誰が何を使えるかを必要最小限にし、定期的に見直す。',
        'Gives each person the least access needed and reviews it.',
      ],
      'same nice NF-COM-001, near nice K0685',
      [
        [
          '人ごとのIDと必要最小限の権限が要る理由を知っている。',
          'Knows why each person needs an own account and the least access.',
        ],
        [
          '手順に沿って、IDの発行と停止、権限の変更を行う。',
          'Creates, changes and ends accounts by procedure.',
        ],
        [
          '管理者権限を分け、多要素認証とログを整え、棚卸しをする。',
          'Separates administrators’ rights, sets up multi-factor sign-in and logs, and reviews access.',
        ],
        [
          '全社の認証基盤を設計し、取引先や機器も含めて管理する。',
          'Designs the company’s identity platform, partners and devices included.',
        ],
      ],
    ),
    skill(
      'ops-cloud',
      ['クラウドの設定を守る', 'Cloud configuration'],
      [
        '責任の分担を踏まえ、公開範囲・権限・記録の設定を正しく保つ。',
        'Keeps exposure, rights and logging right, knowing which part is one’s own.',
      ],
      'same nice NF-COM-004, near nice K0863',
    ),
    skill(
      'ops-logging',
      ['記録を残す', 'Logging'],
      [
        '何を、どれだけの期間、どこに残すかを決め、改ざんから守る。',
        'Decides what is logged, for how long and where, and protects it from change.',
      ],
      'near ecsf S0022, near gddat S128',
    ),
    skill(
      'ops-patching',
      ['弱点をふさぐ更新を進める', 'Patch management'],
      [
        '弱点の情報を集め、影響と緊急さから順を決め、試して当てる。',
        'Gathers what is known of weaknesses, orders them by effect and urgency, tests and installs.',
      ],
      'same ecsf T0089, near nice S0705',
      [
        ['更新しない機器が入口になることを知っている。', 'Knows that a device without updates is a way in.'],
        [
          '一覧と手順に沿って更新し、結果を記録する。',
          'Updates by list and procedure and records the result.',
        ],
        [
          '悪用の情報と業務への影響から順を決め、緊急の更新を指揮する。',
          'Decides the order by exploitation and effect on work, and leads emergency updates.',
        ],
        [
          '全社の期限と例外の扱いを定め、守られている割合を示す。',
          'Sets the company’s deadlines and exceptions and shows how far they are met.',
        ],
      ],
    ),
    skill(
      'ops-recovery',
      ['バックアップから戻せるようにする', 'Backup and recovery'],
      [
        '攻撃者に消されない場所に控えを持ち、本当に戻せることを試す。',
        'Keeps copies where an attacker cannot erase them, and tries that they can be restored.',
      ],
      'same nice K0701, near nice K1223, near gddat S040',
      [
        ['控えがあっても戻せないことがあると知っている。', 'Knows that a backup does not always restore.'],
        [
          '手順に沿って控えを取り、成功したかを確かめる。',
          'Makes backups by procedure and checks that they succeeded.',
        ],
        [
          '切り離した控えを用意し、戻す訓練をして時間を測る。',
          'Keeps copies offline, practises restoring and measures the time.',
        ],
        [
          '業務の優先順位に合わせて全体の復旧を設計し、改める。',
          'Designs recovery of the whole by the order of the business, and revises it.',
        ],
      ],
    ),
    skill(
      'ops-cryptography',
      ['暗号を正しく使う', 'Using cryptography'],
      [
        '通信と保存の暗号化を正しい方式で行い、鍵と証明書の期限を管理する。',
        'Encrypts traffic and storage by sound methods and manages keys and certificates.',
      ],
      'same nice NF-COM-006, near nice K1145',
    ),
    skill(
      'ops-mail-web',
      ['メールとサイトのなりすましを防ぐ', 'Preventing spoofed mail and sites'],
      [
        '送信元の認証、ドメインの管理、公開サイトの点検を続ける。',
        'Keeps up sender authentication, domains and checks of public sites.',
      ],
      'near ecsf T0083',
    ),
    skill(
      'ops-ot',
      ['工場や設備を守る', 'Securing plants and control systems'],
      [
        '止められない設備の事情を踏まえ、ネットワークの分離と保守の管理を行う。',
        'Separates networks and controls maintenance, knowing that plants cannot simply stop.',
      ],
      'same nice NF-COM-010, near nice K1305',
    ),
    skill(
      'ops-change',
      ['変更を管理する', 'Change management'],
      [
        '設定や構成の変更を申請・確認・記録し、元に戻せるようにする。',
        'Requests, checks and records changes, so that they can be undone.',
      ],
      'near nice K1122, near gddat S024',
    ),
  ],
};
