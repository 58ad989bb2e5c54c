import { type Area, skill } from '../area.ts';

export const procurement: Area = {
  id: 'procurement',
  title: { ja: '調達と取引先', en: 'Buying and business partners' },
  skills: [
    skill(
      'buy-requirements',
      ['調達の仕様に守りを書く', 'Security requirements in tenders'],
      [
        '買うものや頼む仕事に求める安全の水準を、測れる言葉で仕様に書く。',
        'Writes the security that a purchase or service must have into the specification, in words that can be checked.',
      ],
      'near nice S0461, near nice K0834, near ecsf S0037',
      [
        [
          '仕様に書いていない対策は後から求めにくいことを知っている。',
          'Knows that what a specification leaves out is hard to ask for later.',
        ],
        [
          'チェックリストから、案件に合う要件を専門家と選ぶ。',
          'Chooses requirements from a checklist with a specialist.',
        ],
        [
          '扱う情報の重要さに応じて要件を決め、提案を比べる。',
          'Sets requirements by the importance of the information, and compares offers.',
        ],
        [
          '全社の標準の仕様と評価の基準をつくり、改める。',
          'Makes and revises the company’s standard specifications and criteria.',
        ],
      ],
    ),
    skill(
      'buy-evaluation',
      ['提案の守りを評価する', 'Evaluating offers'],
      [
        '認証の有無だけでなく、体制・実績・事故の対応から提案を見る。',
        'Looks at an offer by organisation, record and response to incidents, not by certificates alone.',
      ],
      'near ecsf T0090, near gddat S169',
    ),
    skill(
      'buy-supervision',
      ['委託先を監督する', 'Supervising contractors'],
      [
        '約束した対策が行われているかを、報告と確認で見続ける。',
        'Keeps checking, by reports and visits, that the measures agreed on are taken.',
      ],
      'near nice S0460, near nice K0668',
      [
        [
          '任せた後も監督する責任が自社に残ることを知っている。',
          'Knows that responsibility stays with one’s own company.',
        ],
        [
          '定期の報告を受け取り、抜けを問い合わせる。',
          'Takes regular reports and asks about what is missing.',
        ],
        [
          '現地や遠隔で確かめ、是正の期限を決めて追う。',
          'Checks on site or remotely, and follows corrections to their date.',
        ],
        [
          '監督の計画を危険の大きさで組み立て、契約の更新に生かす。',
          'Plans supervision by risk and uses it when contracts are renewed.',
        ],
      ],
    ),
    skill(
      'buy-cloud',
      ['クラウドサービスを選ぶ', 'Choosing cloud services'],
      [
        '責任の分担、設定できること、止まったときの扱いを比べて選ぶ。',
        'Chooses by shared responsibilities, settings and what happens in an outage.',
      ],
      'near nice K0898, near gddat S169',
    ),
    skill(
      'buy-sbom',
      ['部品表を求めて使う', 'Asking for an SBOM'],
      [
        'ソフトウェアの部品表（SBOM）を求め、弱点が見つかったときに影響を調べる。',
        'Asks for a software bill of materials and uses it when a weakness becomes known.',
      ],
      'near nice K0828',
    ),
    skill(
      'buy-acceptance',
      ['受け入れの検査をする', 'Acceptance checks'],
      [
        '納品のときに、設定・更新・不要な機能・診断の結果を確かめる。',
        'Checks settings, updates, unneeded functions and test results on delivery.',
      ],
      'near ecsf S0063',
    ),
    skill(
      'buy-termination',
      ['契約を終える', 'Ending a contract'],
      [
        'データの返却と消去、権限の停止、引き継ぎを漏れなく行う。',
        'Sees to return and erasure of data, end of access and handover.',
      ],
      'near nice K0668',
    ),
    skill(
      'buy-questionnaires',
      ['取引先からの確認に答える', 'Answering customers’ security questions'],
      [
        '顧客の確認票に、実態に合った根拠のある答えを返し、改善につなげる。',
        'Answers customers’ questionnaires with what is true and can be shown, and improves from them.',
      ],
      'near ecsf S0052',
      [
        ['顧客が自社の対策を尋ねる理由を知っている。', 'Knows why customers ask about one’s security.'],
        [
          '過去の回答を参考に下書きをつくり、担当者に確かめる。',
          'Drafts from earlier answers and has them checked.',
        ],
        [
          '実態と根拠をそろえて答え、できていない点は計画とともに伝える。',
          'Answers with evidence, and tells what is not done yet along with the plan.',
        ],
        [
          '回答を一元管理し、共通の弱点を経営課題として示す。',
          'Keeps all answers in one place and shows common weaknesses to management.',
        ],
      ],
    ),
  ],
};
