import { type Area, skill } from '../area.ts';

export const development: Area = {
  id: 'development',
  title: { ja: '企画・設計・開発', en: 'Design and development' },
  skills: [
    skill(
      'dev-requirements',
      ['守るための要件を決める', 'Security requirements'],
      [
        '使う人、扱う情報、悪用のされ方から、システムに必要な守りを決める。',
        'Derives what a system needs from its users, its information and how it may be misused.',
      ],
      'same ecsf S0037, near ecsf K0033',
      [
        [
          '機能の要件とは別に、守りの要件があることを知っている。',
          'Knows that there are security requirements beside functional ones.',
        ],
        [
          '標準の一覧から、担当する機能に要る項目を選ぶ。',
          'Chooses those a function needs from a standard list.',
        ],
        [
          '利用者と事業部門から聞き取り、試験できる要件にまとめる。',
          'Gathers them from users and business, in a form that can be tested.',
        ],
        [
          '製品やサービス群に共通の要件を定め、ほかの案件を助ける。',
          'Sets requirements common to a range of products and helps other projects.',
        ],
      ],
    ),
    skill(
      'dev-threat-modelling',
      ['攻撃者の目で設計を見る', 'Threat modelling'],
      [
        'データの流れと境目を描き、どこをどう狙われるかを設計のうちに考える。',
        'Draws data flows and boundaries and thinks, at design time, where an attack would come.',
      ],
      'same nice K1274, same nice S0588, near ecsf S0035',
      [
        ['設計図を見て、外から入るところを指せる。', 'Can point at where something comes in from outside.'],
        [
          '型に沿って、担当部分への攻撃を仲間と挙げる。',
          'Lists attacks on one’s part with colleagues, by a scheme.',
        ],
        [
          'システム全体の分析を進め、対策を設計と課題一覧に反映する。',
          'Leads the analysis of a system and brings measures into design and backlog.',
        ],
        [
          '組織に合う進め方を定め、分析を教え、質を確かめる。',
          'Sets the organisation’s way of doing it, teaches it and checks its quality.',
        ],
      ],
    ),
    skill(
      'dev-secure-design',
      ['安全な設計をする', 'Secure design'],
      [
        '権限を絞り、壊れても安全な側に倒れ、初めから安全な設定にする。',
        'Limits privileges, fails to the safe side and is secure by default.',
      ],
      'near ecsf S0040, same gddat S074',
    ),
    skill(
      'dev-secure-coding',
      ['安全に書く', 'Secure coding'],
      [
        '入力の検証、出力の処理、認可の確認など、弱点を生まない書き方をする。',
        'Writes code that validates input, encodes output and checks permission.',
      ],
      'same nice S0172, same ecsf K0050',
    ),
    skill(
      'dev-code-review',
      ['コードの弱点を見つける', 'Reviewing code'],
      [
        '人の目と解析ツールで弱点を見つけ、直し方まで伝える。',
        'Finds weaknesses by eye and by tool, and says how to mend them.',
      ],
      'same ecsf S0083',
    ),
    skill(
      'dev-testing',
      ['守りを試験する', 'Security testing'],
      [
        '悪い使われ方の試験を、自動と手作業で開発に組み込む。',
        'Builds tests of misuse into development, automatic and by hand.',
      ],
      'near ecsf K0051, near gddat S072',
    ),
    skill(
      'dev-dependencies',
      ['部品の弱点を管理する', 'Managing dependencies'],
      [
        '使う部品を部品表（SBOM）で把握し、弱点の情報が出たら影響を調べて直す。',
        'Knows the parts in use by an SBOM, and finds and mends what a new weakness touches.',
      ],
      'near nice K0820, near ecsf T0089',
      [
        [
          '製品が外部の部品でできていて、そこにも弱点が見つかることを知っている。',
          'Knows that products consist of others’ parts and that these have weaknesses too.',
        ],
        [
          'ツールの結果を読み、担当部分の部品を更新する。',
          'Reads a tool’s results and updates the parts of one’s own.',
        ],
        [
          '部品表を自動でつくり、影響の有無を判断し、直す順を決める。',
          'Makes SBOMs automatically, decides what is affected and what comes first.',
        ],
        [
          '製品群の部品を継続して見る仕組みをつくり、顧客に伝える。',
          'Builds continuous watching for a range of products and informs customers.',
        ],
      ],
    ),
    skill(
      'dev-pipeline',
      ['開発の流れを守る', 'Securing the build pipeline'],
      [
        'ソースコード、ビルド、配布の権限と記録を管理し、すり替えを防ぐ。',
        'Controls access to and records of source, build and release, so that nothing is swapped.',
      ],
      'near nice NF-COM-008, near ecsf K0034',
    ),
    skill(
      'dev-secrets',
      ['鍵と秘密の値を管理する', 'Managing secrets'],
      [
        '鍵やトークンをコードに書かず、保管・交換・失効を管理する。',
        'Keeps keys and tokens out of code, and manages their storage, rotation and revocation.',
      ],
      'near nice K0859',
    ),
    skill(
      'dev-web-api',
      ['ウェブとAPIを守る', 'Web and API security'],
      [
        'ウェブとAPIに特有の弱点を知り、防ぐ設計と設定をする。',
        'Knows the weaknesses of web and API and designs and configures against them.',
      ],
      'near ecsf K0020, near nice K0692',
    ),
    skill(
      'dev-iot',
      ['組み込みとIoTを守る', 'Embedded and IoT security'],
      [
        '長く使われ更新しにくい機器を、初期設定・更新・廃棄まで考えて設計する。',
        'Designs devices that live long and are hard to update, from first settings to disposal.',
      ],
      'near ecsf K0063',
    ),
    skill(
      'dev-ai',
      ['AIを使う仕組みを守る', 'Securing systems that use AI'],
      [
        '学習データ、指示の悪用、出力の扱いなど、AI特有の危険を設計で抑える。',
        'Limits the risks of AI in design: training data, injected instructions and use of output.',
      ],
      'near nice NF-COM-002, near nice K1334',
    ),
  ],
};
