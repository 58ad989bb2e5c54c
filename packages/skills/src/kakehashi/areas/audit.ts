import { type Area, skill } from '../area.ts';

export const audit: Area = {
  id: 'audit',
  title: { ja: '監査と評価', en: 'Audit and assessment' },
  skills: [
    skill(
      'aud-planning',
      ['監査を計画する', 'Planning an audit'],
      [
        '危険の大きさから対象と観点を決め、無理のない日程を組む。',
        'Chooses scope and criteria by risk and makes a schedule that can be kept.',
      ],
      'same ecsf T0064, near ecsf T0063',
    ),
    skill(
      'aud-controls',
      ['対策が働いているか確かめる', 'Examining controls'],
      [
        '規程どおりか、実際に効いているかを、聞き取り・閲覧・観察で確かめる。',
        'Checks by interview, reading and observation whether controls follow the rules and work.',
      ],
      'near ecsf S0049, near nice K0970',
      [
        [
          '監査は粗探しではなく、改善の手がかりを探すものだと知っている。',
          'Knows that an audit looks for improvement, not for faults of people.',
        ],
        ['点検表に沿って、部門の対策を確かめる。', 'Checks a department’s controls by a checklist.'],
        [
          '業務とシステムを理解し、形だけの対策や抜け道を見つける。',
          'Understands work and systems, and finds controls that exist on paper only.',
        ],
        ['監査の基準と手法を定め、監査人を育てる。', 'Sets criteria and methods and trains auditors.'],
      ],
    ),
    skill(
      'aud-evidence',
      ['証拠を集めて評価する', 'Gathering audit evidence'],
      [
        '結論を支える証拠を、十分な量と質で集め、記録する。',
        'Collects and records evidence enough in amount and quality for the conclusion.',
      ],
      'same ecsf T0068, near ecsf S0052',
      [
        ['証拠に何が使えるかを知っている。', 'Knows what counts as evidence.'],
        [
          '指示を受けて、記録や設定の写しを集め、出所を残す。',
          'Collects records and settings as told, with their origin.',
        ],
        [
          '抽出の仕方を決め、矛盾する証拠を突き合わせて判断する。',
          'Decides on samples and judges evidence that disagrees.',
        ],
        [
          '監査調書の質を確かめ、外部の検証に耐えるようにする。',
          'Reviews working papers so that they stand up to others.',
        ],
      ],
    ),
    skill(
      'aud-technical',
      ['技術面を点検する', 'Technical audit'],
      [
        '設定、権限、記録、診断の結果を読み、専門家の報告を評価する。',
        'Reads settings, rights, logs and test results, and judges specialists’ reports.',
      ],
      'same nice S0619, near nice S0694, near ecsf S0048',
    ),
    skill(
      'aud-reporting',
      ['監査の結果を報告する', 'Reporting audit results'],
      [
        '事実、影響、助言を分け、経営層が動ける順に書く。',
        'Keeps facts, effects and advice apart, in an order that management can act on.',
      ],
      'same ecsf T0070',
    ),
    skill(
      'aud-follow-up',
      ['改善を見届ける', 'Following up'],
      [
        '約束した改善が期限までに行われ、効いているかを確かめる。',
        'Checks that corrections are made in time and work.',
      ],
      'same ecsf T0071',
    ),
    skill(
      'aud-suppliers',
      ['取引先を監査する', 'Auditing suppliers'],
      [
        '契約の権利に基づき、相手の負担を考えながら取引先を確かめる。',
        'Audits suppliers by contract, minding their burden.',
      ],
      'near nice S0812, near ecsf T0066',
    ),
    skill(
      'aud-independence',
      ['独立を保つ', 'Staying independent'],
      [
        '自分が関わった仕事を監査せず、圧力があっても事実を曲げない。',
        'Does not audit one’s own work and keeps to facts under pressure.',
      ],
      'same ecsf S0053',
    ),
  ],
};
