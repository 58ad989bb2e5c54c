import { type Area, skill } from '../area.ts';

export const risk: Area = {
  id: 'risk',
  title: { ja: 'リスク管理', en: 'Risk management' },
  skills: [
    skill(
      'risk-assessment',
      ['危険を見積もる', 'Assessing risks'],
      [
        '守るもの、起こりうること、起きたときの大きさを並べ、手を打つ順を決める。',
        'Sets out what is to be protected, what may happen and how bad it would be, and decides what comes first.',
      ],
      'same ecsf T0106, near nice K0675, near gddat S044',
      [
        [
          '危険が「起こりやすさ」と「影響の大きさ」で考えられることを知っている。',
          'Knows that risk is thought of as likelihood and impact.',
        ],
        [
          '用意された表を使い、担当業務の危険を洗い出す。',
          'Lists the risks of one’s own work with a prepared table.',
        ],
        [
          '部門やシステムの評価を進め、関係者と結果に合意する。',
          'Carries out the assessment of a department or system and gets agreement on it.',
        ],
        [
          '評価のやり方を組織に合わせて定め、ほかの人の評価を確かめる。',
          'Decides how the organisation assesses risks, and checks assessments of others.',
        ],
      ],
    ),
    skill(
      'risk-assets',
      ['守るものを把握する', 'Knowing what is to be protected'],
      [
        '情報、機器、クラウド、外部サービスを一覧にし、持ち主と重要度を付けて最新に保つ。',
        'Keeps a list of information, devices, cloud and outside services, each with its owner and importance.',
      ],
      'same ecsf T0103, near nice K1112, near gddat S017',
      [
        ['自分が使う機器とサービスを言える。', 'Can name the devices and services one uses.'],
        [
          '台帳のひな型に、部門の情報と機器を書き込む。',
          'Enters a department’s information and devices into a prepared list.',
        ],
        [
          '登録されていない機器やサービスを見つけ、台帳を最新に保つ。',
          'Finds devices and services that are not on the list and keeps it current.',
        ],
        [
          '調達・人事・運用とつながった管理の仕組みをつくる。',
          'Builds asset management that is tied to buying, staffing and operations.',
        ],
      ],
    ),
    skill(
      'risk-threats',
      ['最近の手口を知る', 'Following current threats'],
      [
        '業種や規模に近い組織で何が起きているかを追い、自社に当てはめる。',
        'Follows what happens to organisations of a similar trade and size, and applies it to one’s own.',
      ],
      'near ecsf K0018, near ecsf T0105, near nice K1009',
    ),
    skill(
      'risk-treatment',
      ['対策を選ぶ', 'Choosing measures'],
      [
        '避ける・減らす・移す・受け入れるの中から、費用に見合う手を選ぶ。',
        'Chooses between avoiding, reducing, transferring and accepting what is worth its cost.',
      ],
      'near ecsf T0106, near nice K0721',
    ),
    skill(
      'risk-business-impact',
      ['業務が止まる影響を見積もる', 'Business impact analysis'],
      [
        '業務ごとに、どれだけ止まると取り返しがつかないかと、必要な人・情報・機器を調べる。',
        'Finds out, for each activity, how long it may stop and which people, information and devices it needs.',
      ],
      'same nice K1286, near nice S0931, near gddat S040',
    ),
    skill(
      'risk-continuity',
      ['事業を続ける計画をつくる', 'Business continuity planning'],
      [
        'システムが使えない間の仕事のやり方と、戻す順番を決めて練習する。',
        'Decides and practises how work goes on without the systems and in what order they return.',
      ],
      'near gddat S040, near nice K0899',
      [
        [
          'システムが止まったとき、自分の仕事をどう続けるかの決まりを知っている。',
          'Knows the rules for going on with one’s own work when systems are down.',
        ],
        [
          '紙や電話での代わりの手順を、部門の人と書き出す。',
          'Writes down, with colleagues, how to work by paper and telephone instead.',
        ],
        ['部門の計画をつくり、訓練をして直す。', 'Makes a department’s plan, practises it and corrects it.'],
        [
          '全社と取引先を含む計画にまとめ、目標の時間で戻せることを確かめる。',
          'Joins the plans of the company and its partners, and proves that recovery meets its time.',
        ],
      ],
    ),
    skill(
      'risk-insurance',
      ['保険で備える', 'Cyber insurance'],
      [
        'サイバー保険で賄えるものと賄えないもの、使うための条件を確かめる。',
        'Checks what cyber insurance pays, what it does not, and its conditions.',
      ],
      'near ecsf S0071',
    ),
    skill(
      'risk-register',
      ['危険の一覧を保つ', 'Keeping a risk register'],
      [
        '見つけた危険、持ち主、対策、期限を記録し、終わるまで追う。',
        'Records each risk with its owner, measure and date, and follows it to the end.',
      ],
      'near ecsf T0109, near gddat S114',
    ),
    skill(
      'risk-third-party',
      ['委託先の危険を見る', 'Third-party risk'],
      [
        '預ける情報と任せる業務から委託先の危険を見積もり、確かめ方を決める。',
        'Judges the risk of a contractor by the information and work entrusted, and decides how to check it.',
      ],
      'near nice K0820, near nice S0812',
      [
        [
          '自部門がどの会社に何を預けているかを知っている。',
          'Knows which companies one’s department entrusts with what.',
        ],
        [
          '確認票を使い、委託先の回答を専門家と読み解く。',
          'Sends a questionnaire and goes through the answers with a specialist.',
        ],
        [
          '危険の大きさに応じて確かめる深さを変え、足りない点の改善を求める。',
          'Checks as deeply as the risk asks, and has shortcomings mended.',
        ],
        [
          '全社の委託先を管理する仕組みをつくり、再委託も含めて見直す。',
          'Builds the management of all contractors, subcontractors included.',
        ],
      ],
    ),
    skill(
      'risk-metrics',
      ['対策の効き目を測る', 'Measuring security'],
      [
        '数えられる指標を選び、良くなったか悪くなったかを続けて見る。',
        'Chooses figures that can be counted and watches whether things get better or worse.',
      ],
      'near ecsf T0107, near ecsf K0042, near gddat S124',
    ),
  ],
};
