import { type Area, skill } from '../area.ts';

export const governance: Area = {
  id: 'governance',
  title: { ja: '経営と統治', en: 'Management and governance' },
  skills: [
    skill(
      'gov-risk-ownership',
      ['サイバーの危険を経営の危険として扱う', 'Treating cyber risk as business risk'],
      [
        'サイバー攻撃で事業に何が起きるかを、売上・信用・法的責任の言葉で考え、引き受ける範囲を決める。',
        'Thinks about what an attack does to the business in terms of sales, trust and liability, and decides what to accept.',
      ],
      'near ecsf S0006, near nice K0721, near gddat S044',
      [
        [
          '自社が攻撃を受けると止まる業務と、その損失のおよその大きさを説明を聞いて理解する。',
          'Follows an explanation of which work would stop in an attack and roughly what that would cost.',
        ],
        [
          '担当者の助けを得て、部門の主な危険を三つ挙げ、対策の優先順位を話し合う。',
          'With help, names the three main risks of a department and discusses what to do first.',
        ],
        [
          '事業計画や予算の判断にサイバーの危険を入れ、引き受ける危険と減らす危険を自分で決める。',
          'Puts cyber risk into plans and budgets, and decides which risks to accept and which to reduce.',
        ],
        [
          '全社で危険を見直す場と基準をつくり、役員会で根拠を示して議論を導く。',
          'Sets up the criteria and the meeting where the company reviews its risks, and leads the board through them.',
        ],
      ],
    ),
    skill(
      'gov-policy',
      ['方針と規程を整える', 'Setting policies and rules'],
      [
        '守るものと守り方を社内の方針・規程にし、現場が守れる形に保つ。',
        'Writes down what is protected and how, in rules that people can keep.',
      ],
      'near ecsf T0001, near nice S0406, near gddat S045',
      [
        [
          '自社の情報セキュリティ方針がどこにあり、自分に何を求めているかを知っている。',
          'Knows where the security policy is and what it asks of oneself.',
        ],
        [
          'ひな型と助言をもとに、担当する業務の手順書を直す。',
          'Revises the procedures of one’s own work from a template and with advice.',
        ],
        [
          '部門の実情に合わせて規程を書き、例外の扱いと見直しの時期を決める。',
          'Writes rules that fit a department, with how exceptions are handled and when they are reviewed.',
        ],
        [
          '全社の規程体系をつくり、法令や事業の変化に合わせて改め、守られているかを確かめる。',
          'Builds the company’s set of rules, changes it with law and business, and checks that it is kept.',
        ],
      ],
    ),
    skill(
      'gov-investment',
      ['対策にかける費用を決める', 'Deciding what to spend on security'],
      [
        '被害の見込みと対策の効き目を比べ、かける費用と人を決める。',
        'Weighs likely damage against what measures achieve, and decides money and people.',
      ],
      'near ecsf T0009, near ecsf T0010, near gddat S089',
      [
        [
          '対策の費用が何のためのものかを説明を聞いて理解する。',
          'Understands, when told, what a security cost is for.',
        ],
        [
          '見積もりの内訳を担当者と確かめ、質問をして妥当か判断する。',
          'Goes through an estimate with a specialist and asks what is needed to judge it.',
        ],
        [
          '複数の案を効果と費用で比べ、選んだ理由を経営層に説明する。',
          'Compares options by effect and cost, and explains the choice to management.',
        ],
        [
          '数年先までの投資計画をつくり、効果を測って配分を見直す。',
          'Makes a plan over several years, measures the effect and moves the money.',
        ],
      ],
    ),
    skill(
      'gov-organisation',
      ['体制と役割分担をつくる', 'Setting up roles and responsibilities'],
      [
        '誰が決め、誰が守り、誰が確かめるかを分け、兼任や外部の力も組み合わせる。',
        'Separates who decides, who protects and who checks, with part-time and outside people where they help.',
      ],
      'near ecsf T0012, near gddat S045, near nice K1179',
    ),
    skill(
      'gov-reporting',
      ['経営層に分かるように報告する', 'Reporting to management'],
      [
        '専門用語に頼らず、危険・対策・残る課題を経営の判断に使える形で伝える。',
        'Tells risks, measures and what is left open so that management can decide, without jargon.',
      ],
      'near ecsf T0007, near ecsf T0047, near gddat S030',
    ),
    skill(
      'gov-supply-chain',
      ['取引先も含めて守りを考える', 'Protecting the supply chain'],
      [
        '委託先や子会社の弱さが自社に及ぶことを踏まえ、求める水準と支え方を決める。',
        'Knows that weaknesses of suppliers and subsidiaries reach one’s own company, and decides what to ask of them and how to help.',
      ],
      'near nice K0803, near nice K0838',
      [
        [
          '取引先を経由した攻撃で自社が止まりうることを、実例で知っている。',
          'Knows from real cases that an attack through a supplier can stop one’s own company.',
        ],
        [
          '助けを得て、重要な取引先を挙げ、止まったときの影響を整理する。',
          'With help, lists the suppliers that matter and what happens if one stops.',
        ],
        [
          '取引先に求める対策と確かめ方を決め、無理のない形で合意する。',
          'Decides what to ask of suppliers and how to check it, and agrees on it in a form they can keep.',
        ],
        [
          '系列や業界ぐるみで対策を底上げする仕組みをつくり、続ける。',
          'Builds and keeps up a scheme that raises the level of a whole group or trade.',
        ],
      ],
    ),
    skill(
      'gov-crisis-decision',
      ['危機のときに経営判断をする', 'Deciding in a crisis'],
      [
        '情報がそろわないうちに、止める・続ける・知らせるを決め、責任を引き受ける。',
        'Decides to stop, go on or inform before all is known, and answers for it.',
      ],
      'near nice S0924, near nice K0899, near gddat S082',
      [
        [
          '重大な事故のとき、自分に何の判断が求められるかを知っている。',
          'Knows which decisions will fall to oneself in a serious incident.',
        ],
        [
          '演習で、担当者の説明をもとに停止や公表の判断を練習する。',
          'Practises decisions to stop or to publish in an exercise, from what specialists report.',
        ],
        [
          '実際の事故で、判断の期限と基準を示し、決めた理由を記録に残す。',
          'In a real incident, says by when and by what criteria to decide, and records why.',
        ],
        [
          '危機の指揮の仕組みと演習を整え、次の経営層を育てる。',
          'Sets up how crises are led and practised, and trains those who come next.',
        ],
      ],
    ),
    skill(
      'gov-disclosure',
      ['情報を開示し説明する', 'Disclosure and accountability'],
      [
        '株主・顧客・監督官庁に対し、対策の状況や事故を正確に、時機を逃さず説明する。',
        'Explains measures and incidents to shareholders, customers and authorities, correctly and in time.',
      ],
      'near ecsf K0028, near ecsf S0012',
    ),
    skill(
      'gov-culture',
      ['報告しやすい職場にする', 'A workplace where people report'],
      [
        '失敗を責めず、早く知らせた人が報われる雰囲気を上に立つ人からつくる。',
        'Makes, from the top, a place where mistakes are not punished and early reports are thanked.',
      ],
      'near ecsf S0007, near gddat S025',
    ),
    skill(
      'gov-dx-security',
      ['DXの企画に最初から守りを入れる', 'Security in digital transformation from the start'],
      [
        '新しいデジタルの事業やサービスを考える段階で、守るべきことと費用を計画に入れる。',
        'Plans what has to be protected, and its cost, while a digital business or service is still an idea.',
      ],
      'near gddat S179, near ecsf S0037',
      [
        [
          '後から対策を足すと費用と時間が増えることを知っている。',
          'Knows that security added later costs more and takes longer.',
        ],
        [
          '企画書に、扱う情報と想定される被害を専門家の助けを得て書く。',
          'Writes the information handled and the possible damage into a proposal, with a specialist’s help.',
        ],
        [
          '企画・調達・公開の節目に確認を組み込み、進めてよいかを判断する。',
          'Builds checks into planning, buying and launch, and decides whether to go on.',
        ],
        [
          '全社のデジタル企画に共通の進め方をつくり、事業部門と守る部門をつなぐ。',
          'Makes a common procedure for all digital projects and joins business and security departments.',
        ],
      ],
    ),
  ],
};
