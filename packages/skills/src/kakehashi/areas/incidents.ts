import { type Area, skill } from '../area.ts';

export const incidents: Area = {
  id: 'incidents',
  title: { ja: '事故への対応', en: 'Incident response' },
  skills: [
    skill(
      'inc-first-response',
      ['初動をとる', 'First response'],
      [
        '被害を広げず証拠を消さない最初の手を打ち、必要な人を集める。',
        'Takes first steps that neither spread the damage nor erase traces, and calls who is needed.',
      ],
      'near nice S0806, near ecsf T0015',
      [
        [
          '慌てて電源を切る前に、窓口に知らせることを知っている。',
          'Knows to tell the contact point before pulling the plug.',
        ],
        [
          '指示を受けて、機器を切り離し、状況を書き留める。',
          'Disconnects devices as told and writes down what is seen.',
        ],
        [
          '状況から手順を選び、切り離し・保全・連絡を自分で進める。',
          'Chooses the procedure and sees to isolation, preservation and contacts.',
        ],
        [
          '初動の手順と道具を整え、訓練で確かめる。',
          'Prepares procedures and tools and tests them in exercises.',
        ],
      ],
    ),
    skill(
      'inc-triage',
      ['事故の重さを判断する', 'Incident triage'],
      [
        '影響、広がり、情報の重要さから重さを決め、動く体制を選ぶ。',
        'Decides how serious an incident is by effect, spread and information, and who acts.',
      ],
      'near nice K0823, near ecsf K0012, near gddat S043',
    ),
    skill(
      'inc-coordination',
      ['対応を取りまとめる', 'Coordinating a response'],
      [
        '技術・業務・法務・広報・外部を一つの時間軸で動かし、判断を記録する。',
        'Keeps technical, business, legal, press and outside people on one timeline and records decisions.',
      ],
      'same gddat S043, near nice K0824, near ecsf T0022',
      [
        [
          '社内の対応体制と自分の役を知っている。',
          'Knows the organisation of a response and one’s part in it.',
        ],
        ['会議の記録、作業の一覧、連絡を担う。', 'Keeps minutes, the list of work and contacts.'],
        [
          '中規模の事故を指揮し、作業の割り当てと報告の間隔を決める。',
          'Leads an incident of middle size, assigning work and setting the rhythm of reports.',
        ],
        [
          '大規模な事故を率い、関係機関と調整し、体制を育てる。',
          'Leads a large incident, coordinates with authorities and develops the team.',
        ],
      ],
    ),
    skill(
      'inc-containment',
      ['被害の広がりを止める', 'Containment'],
      [
        '業務への影響を見ながら、通信・ID・機器を止める範囲を決める。',
        'Decides which traffic, accounts and devices to stop, minding the effect on work.',
      ],
      'near nice S0549, near nice K0725',
    ),
    skill(
      'inc-forensics',
      ['痕跡を調べる', 'Digital forensics'],
      [
        '証拠を保全し、何が起きたかを再現できる形で調べる。',
        'Preserves evidence and examines it so that others can repeat it.',
      ],
      'same nice S0612, near ecsf T0111, near nice K1055',
    ),
    skill(
      'inc-malware',
      ['不正なプログラムを調べる', 'Malware analysis'],
      [
        '不正なプログラムの働きを安全な環境で調べ、対策に使う。',
        'Examines what malware does in a safe environment and uses it for defence.',
      ],
      'same nice S0651, near ecsf K0062',
    ),
    skill(
      'inc-recovery',
      ['復旧する', 'Recovery'],
      [
        '再び入られないことを確かめながら、業務の順に戻す。',
        'Restores in the order of the business, making sure that nobody comes back in.',
      ],
      'near ecsf T0018, near nice K0701',
    ),
    skill(
      'inc-communication',
      ['事故を社内外に伝える', 'Crisis communication'],
      [
        '分かったこと・分からないこと・相手にしてほしいことを、早く誠実に伝える。',
        'Tells early and honestly what is known, what is not and what others should do.',
      ],
      'same ecsf K0015, near nice K0899',
      [
        [
          '事故のとき、勝手に外部へ話さないことを知っている。',
          'Knows not to talk to outsiders on one’s own.',
        ],
        [
          'ひな型を使い、社内向けのお知らせや想定問答を下書きする。',
          'Drafts internal notices and answers from a template.',
        ],
        [
          '顧客・報道・取引先に合わせて文面と順番を決め、更新し続ける。',
          'Decides wording and order for customers, press and partners, and keeps them current.',
        ],
        [
          '会見や公表の方針を経営層と決め、対応の評判を次に生かす。',
          'Decides with management how to go public, and learns from how it was received.',
        ],
      ],
    ),
    skill(
      'inc-authorities',
      ['関係機関と連携する', 'Working with authorities'],
      [
        '警察、監督官庁、JPCERT/CC、業界の仲間に相談し、情報を出し合う。',
        'Asks and exchanges information with police, authorities, JPCERT/CC and peers.',
      ],
      'near ecsf T0006, near ecsf T0032',
    ),
    skill(
      'inc-lessons',
      ['教訓を残す', 'Lessons learned'],
      [
        '人を責めずに原因を調べ、再発を防ぐ手と期限を決める。',
        'Looks for causes without blaming people, and sets measures with dates.',
      ],
      'near ecsf T0020, near gddat S127',
    ),
    skill(
      'inc-ransomware',
      ['身代金型の攻撃に備える', 'Preparing for ransomware'],
      [
        '暗号化と情報の暴露に備え、支払い・復旧・公表の考え方を決めておく。',
        'Prepares for encryption and leaks, and decides beforehand on payment, recovery and publication.',
      ],
      'near ecsf K0018, near nice K0480',
    ),
    skill(
      'inc-plan',
      ['対応の計画を整える', 'Incident response planning'],
      [
        '体制、連絡先、判断の基準、手順をまとめ、演習で直す。',
        'Puts together organisation, contacts, criteria and procedures, and mends them after exercises.',
      ],
      'same ecsf T0013, same nice K1181, near nice S0805',
    ),
  ],
};
