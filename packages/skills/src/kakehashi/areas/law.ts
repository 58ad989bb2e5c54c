import { type Area, skill } from '../area.ts';

export const law: Area = {
  id: 'law',
  title: { ja: '法令・契約・個人情報', en: 'Law, contracts and personal data' },
  skills: [
    skill(
      'law-basics',
      ['関係する法令を知る', 'Knowing the laws that apply'],
      [
        '不正アクセス禁止法、サイバーセキュリティ基本法など、業務に関わる法令の要点を知る。',
        'Knows the main points of the laws that touch one’s work, such as those on unauthorised access and on cybersecurity.',
      ],
      'near ecsf K0004, near ecsf S0003',
    ),
    skill(
      'law-personal-data',
      ['個人情報を正しく扱う', 'Handling personal data'],
      [
        '集める目的を決め、必要な分だけ集め、安全に管理し、求めに応じて開示・削除する。',
        'Decides the purpose, collects no more than it needs, keeps data safe, and discloses or deletes on request.',
      ],
      'near ecsf S0024, near nice K0681, near gddat S048',
      [
        [
          '何が個人情報に当たり、勝手に使ってはいけないことを知っている。',
          'Knows what personal data is and that it may not be used at will.',
        ],
        [
          '社内の手順に沿って、申込書や名簿を集め、保管し、捨てる。',
          'Collects, stores and disposes of forms and lists by the company’s procedure.',
        ],
        [
          '新しい業務で、利用目的・同意・委託・保存期間を自分で整理し、必要な掲示や契約を整える。',
          'For a new activity, settles purpose, consent, contractors and retention, and prepares notices and contracts.',
        ],
        [
          '全社の個人情報の流れを把握し、影響評価や監督官庁とのやり取りを導く。',
          'Knows the flow of personal data in the whole company, and leads impact assessments and talks with the authority.',
        ],
      ],
    ),
    skill(
      'law-contract-clauses',
      ['契約に守りの条項を入れる', 'Security clauses in contracts'],
      [
        '秘密保持、対策の水準、事故の連絡、監査、責任の範囲を契約で決める。',
        'Settles confidentiality, level of security, notice of incidents, audits and liability in the contract.',
      ],
      'near nice S0461, near nice K0667, near ecsf T0035',
      [
        [
          '契約に秘密保持や再委託の条項があることを知り、確かめる相手が分かる。',
          'Knows that contracts have clauses on confidentiality and subcontracting, and whom to ask.',
        ],
        [
          'ひな型を使い、案件に必要な条項を法務と選ぶ。',
          'Chooses the clauses a case needs, from a template and with the legal department.',
        ],
        [
          '相手の修正案の意味を読み取り、譲れる点と譲れない点を分けて交渉する。',
          'Reads what the other side’s changes mean and negotiates what can be given up and what cannot.',
        ],
        [
          'ひな型と交渉の指針をつくり、法改正や事故の教訓を反映する。',
          'Makes templates and guidance, and brings in changes of law and lessons of incidents.',
        ],
      ],
    ),
    skill(
      'law-cloud-terms',
      ['クラウドの規約を読む', 'Reading cloud terms'],
      [
        '責任の分かれ目、データの置き場所、やめるときの扱いを規約から読み取る。',
        'Finds in the terms who is responsible for what, where data is kept and what happens on leaving.',
      ],
      'near nice K0898, near ecsf S0009',
    ),
    skill(
      'law-incident-duties',
      ['事故のときの届け出と通知', 'Duties to report incidents'],
      [
        '漏えいなどが起きたとき、いつまでに、どこへ、何を知らせるかを判断する。',
        'Decides by when, to whom and what to report when data leaks or services fail.',
      ],
      'near ecsf T0023, near nice K1198',
      [
        [
          '漏えいには届け出の期限があり、すぐ社内に知らせる必要があることを知っている。',
          'Knows that leaks have to be reported by a date and that one tells the company at once.',
        ],
        [
          '一覧を見ながら、届け先と期限を法務と確かめる。',
          'Checks authorities and dates against a list, with the legal department.',
        ],
        [
          '速報と確報の内容をまとめ、本人への通知や契約上の連絡も漏れなく進める。',
          'Writes first and final reports and sees to notices to people and contract partners.',
        ],
        [
          '業種や海外の義務も含めた手順を整え、訓練で確かめる。',
          'Prepares the procedure, duties of the trade and of other countries included, and tests it in exercises.',
        ],
      ],
    ),
    skill(
      'law-trade-secrets',
      ['営業秘密を守る', 'Protecting trade secrets'],
      [
        '秘密として管理されていると認められる形で情報を扱い、持ち出しに備える。',
        'Handles information so that it counts as kept secret, and prepares for it being taken.',
      ],
      'near ecsf K0023',
      [
        [
          '社外秘の表示や保管の決まりがあることを知り、守る。',
          'Knows and keeps the rules on marking and storing what is secret.',
        ],
        [
          '助けを得て、部門の情報を秘密の度合いで分け、表示を付ける。',
          'With help, sorts a department’s information by secrecy and marks it.',
        ],
        [
          '見られる人の範囲、誓約書、退職時の確認を組み合わせて管理する。',
          'Combines who may see it, undertakings and checks on leaving.',
        ],
        [
          '持ち出しの疑いに法務・人事・捜査機関と対応し、管理を見直す。',
          'Handles suspected theft with legal, personnel and police, and mends the controls.',
        ],
      ],
    ),
    skill(
      'law-labour',
      ['働く人の管理と権利', 'Monitoring and rights of employees'],
      [
        '監視や持ち物検査、処分を行うときに、就業規則と働く人の権利の釣り合いを取る。',
        'Balances rules of employment and people’s rights in monitoring, inspection and discipline.',
      ],
      'near nice K0784, near ecsf S0051',
    ),
    skill(
      'law-overseas',
      ['海外の法令に備える', 'Laws of other countries'],
      [
        '海外の顧客や拠点に関わる規則を見分け、専門家に早く相談する。',
        'Recognises rules that come with customers or sites abroad, and asks a specialist early.',
      ],
      'near ecsf S0029, near nice K0678',
    ),
    skill(
      'law-evidence',
      ['証拠として残す', 'Keeping evidence'],
      [
        '後の調査や裁判で使えるように、記録と機器を変えずに残す。',
        'Keeps records and devices unchanged, so that they can be used in an inquiry or in court.',
      ],
      'near nice K0802, near ecsf S0073',
    ),
    skill(
      'law-standards',
      ['規格と認証を使う', 'Using standards and certification'],
      [
        'ISMSなどの規格や業界の指針を、自社に要る範囲で使う。',
        'Uses standards such as ISMS and the guidelines of the trade as far as the company needs them.',
      ],
      'near ecsf S0008, near ecsf K0002, near ecsf K0005',
    ),
  ],
};
