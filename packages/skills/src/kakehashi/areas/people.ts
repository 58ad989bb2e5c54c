import { type Area, skill } from '../area.ts';

export const people: Area = {
  id: 'people',
  title: { ja: '人と教育', en: 'People and training' },
  skills: [
    skill(
      'ppl-awareness',
      ['学びの場をつくる', 'Running awareness training'],
      [
        '相手の仕事に合わせた短い研修や訓練を企画し、行動が変わったかを確かめる。',
        'Plans short training that fits people’s work, and checks whether they act differently.',
      ],
      'same ecsf T0073, near nice S0380, near nice K0638',
      [
        [
          '社内の研修の目的と自分が受けるべきものを知っている。',
          'Knows what training is for and which one has to take.',
        ],
        ['用意された教材で、部門の人に説明する。', 'Explains prepared material to colleagues.'],
        [
          '職種ごとに内容を変えて研修や訓練を行い、結果から次を決める。',
          'Runs training that differs by occupation and decides from the results what comes next.',
        ],
        [
          '年間の計画をつくり、教える人を育て、効果を経営層に示す。',
          'Makes the year’s plan, trains trainers and shows the effect to management.',
        ],
      ],
    ),
    skill(
      'ppl-exercises',
      ['演習を企画する', 'Planning exercises'],
      [
        '起こりうる事故の筋書きで、判断と連絡を練習する場をつくる。',
        'Sets up practice of decisions and contacts with a scenario that could happen.',
      ],
      'near ecsf S0056, near ecsf T0077',
    ),
    skill(
      'ppl-joiners-leavers',
      ['入社・異動・退職の手続き', 'Joiners, movers and leavers'],
      [
        '人の動きに合わせて、権限と機器を渡し、変え、返してもらう。',
        'Gives, changes and takes back access and devices as people come, move and go.',
      ],
      'near nice K0685, near ecsf T0085',
    ),
    skill(
      'ppl-insider',
      ['内部の不正を防ぐ', 'Preventing insider misuse'],
      [
        '動機・機会・正当化の三つを減らし、兆しに早く気付く。',
        'Reduces motive, opportunity and excuse, and notices signs early.',
      ],
      'near nice K0785, near nice S0906',
    ),
    skill(
      'ppl-hiring',
      ['守る人を採用する', 'Hiring security people'],
      [
        '必要な仕事を言葉にし、経歴だけで狭めず、学べる人を見つける。',
        'Puts the work into words, and finds people who can learn instead of narrowing by career.',
      ],
      'near ecsf T0011, near gddat S023',
    ),
    skill(
      'ppl-development',
      ['人を育てる道筋をつくる', 'Developing people'],
      [
        '今の力と要る力の差を見て、学び・異動・資格・副業を組み合わせる。',
        'Looks at the gap between abilities had and needed, and combines learning, moves, certificates and side jobs.',
      ],
      'near ecsf T0011, near nice S0381, near gddat S023',
    ),
    skill(
      'ppl-bridging',
      ['専門家と現場をつなぐ', 'Bridging specialists and business'],
      [
        '技術の言葉を仕事の言葉に、仕事の事情を技術の要件に言い換える。',
        'Turns technical words into those of the business, and the needs of the business into requirements.',
      ],
      'near gddat S030, near ecsf S0021, near ecsf T0047',
      [
        [
          '専門家の話の中で分からない言葉を聞き返せる。',
          'Asks when a specialist uses a word one does not know.',
        ],
        [
          '部門の困りごとを、起きていることと望む状態に分けて専門家に伝える。',
          'Tells specialists a department’s trouble as what happens and what is wanted.',
        ],
        [
          '双方の言い分をまとめ、できること・できないことに合意を取り付ける。',
          'Brings both sides together on what can be done and what cannot.',
        ],
        [
          '部門ごとの担い手を育て、定期的に話し合う場を続ける。',
          'Trains someone in each department and keeps regular talks going.',
        ],
      ],
    ),
    skill(
      'ppl-contractors',
      ['派遣・常駐の人と働く', 'Working with contractors on site'],
      [
        '社員でない人の権限、席、持ち込み、終わりの手続きを決める。',
        'Settles access, seat, own devices and leaving for people who are not employees.',
      ],
      'near nice K0669, near nice S0460',
    ),
    skill(
      'ppl-wellbeing',
      ['対応する人を守る', 'Looking after those who respond'],
      [
        '長引く対応で人が倒れないように、交代と休みと相談の場を用意する。',
        'Provides shifts, rest and someone to talk to, so that long incidents do not break people.',
      ],
      'near ecsf S0020, near ecsf S0016',
    ),
    skill(
      'ppl-ethics',
      ['公正に行動する', 'Acting ethically'],
      [
        '得た権限や情報を目的以外に使わず、法と約束を守る。',
        'Uses access and information for nothing but their purpose, and keeps law and promises.',
      ],
      'same ecsf S0028, near ecsf S0072',
    ),
  ],
};
