import { type Area, skill } from '../area.ts';

export const monitoring: Area = {
  id: 'monitoring',
  title: { ja: '監視と検知', en: 'Monitoring and detection' },
  skills: [
    skill(
      'mon-alerts',
      ['警報を見極める', 'Triage of alerts'],
      [
        '大量の警報から本物を見分け、急ぐものを上に上げる。',
        'Tells real alerts from many others and passes on what is urgent.',
      ],
      'near nice K0732, near ecsf S0074',
      [
        [
          '警報には誤りが多く、見極めが要ることを知っている。',
          'Knows that many alerts are false and have to be judged.',
        ],
        [
          '手順書に沿って調べ、決められた条件で上に上げる。',
          'Looks into them by a runbook and escalates by given conditions.',
        ],
        [
          '複数の記録を突き合わせて本物かを判断し、影響を伝える。',
          'Judges by comparing several records and tells the effect.',
        ],
        [
          '誤報の原因を減らし、手順書と後進を育てる。',
          'Reduces causes of false alerts, and improves runbooks and people.',
        ],
      ],
    ),
    skill(
      'mon-logs',
      ['記録を読み解く', 'Log analysis'],
      [
        'サーバー・認証・通信の記録から、何がいつ起きたかを組み立てる。',
        'Works out from server, sign-in and network logs what happened when.',
      ],
      'same ecsf S0022, near nice K0950',
      [
        ['記録の種類と、そこから分かることを知っている。', 'Knows the kinds of logs and what they tell.'],
        [
          '検索の例を使い、時刻や利用者で記録を絞り込む。',
          'Narrows logs by time and user with given queries.',
        ],
        [
          '複数の記録から時系列をつくり、侵入の範囲を推定する。',
          'Makes a timeline from several logs and estimates how far an intrusion went.',
        ],
        [
          '残すべき記録と分析の型を定め、自動化する。',
          'Decides which logs are kept, sets patterns of analysis and automates them.',
        ],
      ],
    ),
    skill(
      'mon-rules',
      ['検知の条件をつくる', 'Writing detection rules'],
      [
        '攻撃の手口から検知の条件を書き、試し、誤報を減らす。',
        'Writes rules from attackers’ methods, tests them and reduces false alerts.',
      ],
      'near nice K0732',
    ),
    skill(
      'mon-intelligence',
      ['脅威の情報を使う', 'Using threat intelligence'],
      [
        '外部の情報を選び、自社への関わりを判断し、対策と検知に生かす。',
        'Chooses outside information, judges what it means here and uses it for measures and detection.',
      ],
      'same ecsf S0018, near nice K1009',
    ),
    skill(
      'mon-hunting',
      ['潜む攻撃者を探す', 'Threat hunting'],
      [
        '警報が鳴っていなくても、仮説を立てて痕跡を探す。',
        'Looks for traces by hypothesis, without waiting for an alert.',
      ],
      'near ecsf T0045, near nice S0642',
    ),
    skill(
      'mon-network',
      ['通信を調べる', 'Network traffic analysis'],
      [
        '通信の流れと中身から、異常な接続や持ち出しを見つける。',
        'Finds unusual connections and exfiltration in traffic.',
      ],
      'same nice S0874, near nice S0875',
    ),
    skill(
      'mon-endpoints',
      ['端末の動きを調べる', 'Endpoint analysis'],
      [
        '端末で動いたものと変えられた設定を調べ、乗っ取りを見つける。',
        'Examines what ran and what was changed on a device, and finds a takeover.',
      ],
      'near nice S0642',
    ),
    skill(
      'mon-handover',
      ['交代で監視を続ける', 'Shift handover'],
      [
        '状況・判断・残りの作業を次の担当に漏れなく引き継ぐ。',
        'Passes situation, decisions and open work to the next shift.',
      ],
      'near ecsf K0021, near ecsf S0030',
    ),
  ],
};
