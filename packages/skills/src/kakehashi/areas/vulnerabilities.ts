import { type Area, skill } from '../area.ts';

export const vulnerabilities: Area = {
  id: 'vulnerabilities',
  title: { ja: '弱点（脆弱性）への対応', en: 'Vulnerabilities' },
  skills: [
    skill(
      'vul-intake',
      ['弱点の報告を受け付ける', 'Taking vulnerability reports'],
      [
        '外部の発見者が安心して報告できる窓口を設け、礼を尽くして返事をする。',
        'Runs a contact point where finders can report without fear and get a courteous answer.',
      ],
      'near ecsf K0028, near ecsf T0016',
      [
        [
          '製品の弱点が外から報告されることと、その窓口を知っている。',
          'Knows that outsiders report weaknesses, and where.',
        ],
        [
          '届いた報告を記録し、期限内に受け取りの返事をする。',
          'Records reports and acknowledges them in time.',
        ],
        [
          '再現に要ることを聞き取り、担当につなぎ、発見者に経過を伝える。',
          'Asks for what reproduction needs, finds who is in charge and keeps the finder informed.',
        ],
        [
          '受付の方針と報奨の考え方を定め、公開する。',
          'Sets and publishes the policy of reports and rewards.',
        ],
      ],
    ),
    skill(
      'vul-triage',
      ['弱点の優先度を決める', 'Vulnerability triage'],
      [
        '悪用のされやすさと使われ方から、直す順と期限を決める。',
        'Decides order and date of mending by how it is exploited and used.',
      ],
      'near ecsf T0016, near nice S0723',
      [
        [
          '点数の高さだけでは急ぐべきか決まらないことを知っている。',
          'Knows that a score alone does not tell urgency.',
        ],
        ['決められた判断表に沿って優先度を付ける。', 'Gives priorities by a given decision table.'],
        [
          '悪用の情報、影響する製品、回避策を調べて自分で判断する。',
          'Judges by exploitation, affected products and workarounds.',
        ],
        [
          '判断の基準を製品群や業界に合わせて定め、見直す。',
          'Sets and reviews the criteria for a range of products or a trade.',
        ],
      ],
    ),
    skill(
      'vul-severity',
      ['深刻度を付ける', 'Scoring severity'],
      [
        'CVSSなどの方法で深刻度を付け、根拠を説明する。',
        'Scores severity by a method such as CVSS and explains it.',
      ],
      'near nice K0692',
    ),
    skill(
      'vul-remediation',
      ['直すまでを進める', 'Driving remediation'],
      [
        '開発・品質・営業をまとめ、修正と回避策を期限までに届ける。',
        'Brings development, quality and sales together to deliver fix and workaround in time.',
      ],
      'near ecsf T0089',
    ),
    skill(
      'vul-disclosure',
      ['発見者や調整機関と公表を決める', 'Coordinated disclosure'],
      [
        '公表の時期と中身を発見者・調整機関・取引先と合わせる。',
        'Agrees date and content of publication with finders, coordinators and customers.',
      ],
      'same ecsf K0028',
      [
        [
          '直す前に公表すると悪用される恐れがあることを知っている。',
          'Knows that publishing before a fix may lead to misuse.',
        ],
        ['調整の予定表に沿って、社内の準備を進める。', 'Prepares things in the company by the agreed dates.'],
        [
          '発見者・IPA・JPCERT/CCとやり取りし、期日と文面をまとめる。',
          'Settles date and wording with finder, IPA and JPCERT/CC.',
        ],
        [
          '複数の会社にまたがる調整を導き、方針を改める。',
          'Leads coordination across companies and revises the policy.',
        ],
      ],
    ),
    skill(
      'vul-advisory',
      ['利用者への案内を書く', 'Writing advisories'],
      [
        '影響する版、危険、取るべき手を、利用者がすぐ動ける形で書く。',
        'Writes affected versions, danger and what to do, so that users can act.',
      ],
      'near ecsf S0021',
    ),
    skill(
      'vul-scanning',
      ['道具で弱点を調べる', 'Vulnerability scanning'],
      [
        '範囲と許可を確かめて道具で調べ、誤りを除いて報告する。',
        'Scans within permission, removes false findings and reports.',
      ],
      'same nice S0723, near nice K0692, near ecsf T0116',
    ),
    skill(
      'vul-penetration',
      ['侵入を試す', 'Penetration testing'],
      [
        '合意した範囲で攻撃者と同じ手を使い、実際に起こりうる被害を示す。',
        'Uses attackers’ methods within an agreed scope and shows what could happen.',
      ],
      'same nice K0955, same ecsf S0082, near ecsf S0080',
      [
        [
          '許可のない試験は犯罪になりうることと、試験の目的を知っている。',
          'Knows what tests are for, and that without permission they may be a crime.',
        ],
        [
          '指導を受け、決められた項目を道具と手作業で試す。',
          'Tests given items by tool and by hand, under guidance.',
        ],
        [
          '計画から実施、報告までを一人で行い、業務に害を与えない。',
          'Plans, carries out and reports a test alone, without harming the business.',
        ],
        [
          '複雑な環境の試験を率い、手法をつくり、結果の質を保証する。',
          'Leads tests of complex environments, develops methods and answers for quality.',
        ],
      ],
    ),
    skill(
      'vul-reporting',
      ['診断の結果を伝える', 'Reporting test results'],
      [
        '経営者にも開発者にも分かるように、危険と直し方を順に書く。',
        'Writes dangers and remedies so that managers and developers understand them.',
      ],
      'same ecsf T0122, near ecsf S0076',
    ),
    skill(
      'vul-exposure',
      ['外から見える弱さを知る', 'Managing exposure'],
      [
        '外部に公開している機器・ドメイン・情報を洗い出し、要らないものを閉じる。',
        'Finds devices, domains and information open to the world, and closes what is not needed.',
      ],
      'near ecsf T0104',
    ),
  ],
};
