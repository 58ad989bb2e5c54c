import type { HeldItem } from '@kakehashi/skills';
import type { Label } from '../../../../platform/i18n/localised.ts';

/** A skill of the compact framework at a level, as an answer asks or shows it. */
export interface SkillAt extends HeldItem {
  readonly level: string;
}

interface Choice {
  readonly label: Label;
  readonly skills: readonly SkillAt[];
}

type Choices = Readonly<Record<string, Choice>>;

/** `gov-investment:alone dev-ai:knows` as skills with their levels. */
function at(written: string): SkillAt[] {
  return written.split(' ').map((word) => {
    const [id = '', level = ''] = word.split(':');
    return { id, level };
  });
}

/** What somebody decides at work, and what one has to be able to do for it. */
export const decisions = {
  budget: {
    label: { ja: '予算や投資', en: 'Budgets and investment' },
    skills: at('gov-investment:with-help gov-risk-ownership:with-help risk-assessment:with-help'),
  },
  buying: {
    label: { ja: '何を買い、どこに頼むか', en: 'What to buy, and from whom' },
    skills: at('buy-requirements:with-help risk-third-party:with-help law-contract-clauses:with-help'),
  },
  services: {
    label: { ja: '新しいサービスや業務のやり方', en: 'New services or ways of working' },
    skills: at('gov-dx-security:with-help dev-requirements:with-help law-personal-data:with-help'),
  },
  rules: {
    label: { ja: '社内の決まりや教育', en: 'Rules and training in the company' },
    skills: at('gov-policy:with-help ppl-awareness:with-help gov-culture:with-help'),
  },
  people: {
    label: { ja: '人の採用・異動・権限', en: 'Hiring, moves and access rights' },
    skills: at('ppl-joiners-leavers:with-help ops-identity:with-help ppl-insider:with-help'),
  },
  emergency: {
    label: {
      ja: '事故のときに止めるか、知らせるか',
      en: 'Whether to stop, and whom to tell, in an incident',
    },
    skills: at('gov-crisis-decision:with-help inc-communication:with-help law-incident-duties:with-help'),
  },
} as const satisfies Choices;

/** What somebody handles at work. */
export const contacts = {
  'personal-data': {
    label: { ja: '顧客や従業員の個人情報', en: 'Personal data of customers or staff' },
    skills: at('law-personal-data:with-help day-data-handling:with-help'),
  },
  payments: {
    label: { ja: '振り込みや請求書', en: 'Payments and invoices' },
    skills: at('day-phishing:alone day-reporting:alone'),
  },
  cloud: {
    label: { ja: 'クラウドのサービス', en: 'Cloud services' },
    skills: at('day-sharing:with-help law-cloud-terms:knows ops-cloud:knows'),
  },
  suppliers: {
    label: { ja: '委託先や取引先', en: 'Contractors and business partners' },
    skills: at('risk-third-party:with-help buy-supervision:with-help buy-questionnaires:with-help'),
  },
  outside: {
    label: { ja: '社外や自宅で使う機器', en: 'Devices used outside or at home' },
    skills: at('day-remote:with-help day-devices:with-help'),
  },
  secrets: {
    label: { ja: '設計図や価格などの営業秘密', en: 'Trade secrets such as designs and prices' },
    skills: at('law-trade-secrets:with-help day-data-handling:with-help'),
  },
  code: {
    label: { ja: 'プログラムや製品', en: 'Code and products' },
    skills: at('dev-secure-coding:with-help dev-dependencies:with-help vul-triage:knows'),
  },
  systems: {
    label: { ja: '社内のサーバーやネットワーク', en: 'Servers and networks of the company' },
    skills: at('ops-patching:with-help ops-recovery:with-help ops-identity:with-help'),
  },
  plant: {
    label: { ja: '工場や設備', en: 'A plant or equipment' },
    skills: at('ops-ot:with-help risk-assets:with-help'),
  },
  ai: {
    label: { ja: '生成AIなどのAI', en: 'AI, such as generative AI' },
    skills: at('dev-ai:with-help law-trade-secrets:knows'),
  },
} as const satisfies Choices;

/** What somebody can do already, in words that one can say of oneself. */
export const abilities = {
  passwords: {
    label: {
      ja: 'パスワードを使い回さず、多要素認証を使っている',
      en: 'I reuse no password and use multi-factor authentication',
    },
    skills: at('day-authentication:alone'),
  },
  phishing: {
    label: {
      ja: 'あやしいメールや電話に気付き、すぐ知らせられる',
      en: 'I notice suspicious mail and calls and report them at once',
    },
    skills: at('day-phishing:alone day-reporting:alone'),
  },
  devices: {
    label: {
      ja: '機器の更新と持ち出しを、決まりどおりにしている',
      en: 'I update devices and take them out by the rules',
    },
    skills: at('day-devices:alone day-updates:alone day-remote:alone'),
  },
  handling: {
    label: {
      ja: '情報を重要さで分け、共有の範囲を決められる',
      en: 'I sort information by importance and decide who may see it',
    },
    skills: at('day-data-handling:alone day-sharing:alone'),
  },
  'personal-data': {
    label: {
      ja: '個人情報の取得・利用・委託の決まりを説明できる',
      en: 'I can explain the rules for collecting, using and entrusting personal data',
    },
    skills: at('law-personal-data:alone law-basics:with-help'),
  },
  risks: {
    label: {
      ja: '自分の部門の危険を挙げ、対策の順番を決められる',
      en: 'I can name the risks of my department and what to do first',
    },
    skills: at('risk-assessment:alone risk-assets:alone risk-treatment:with-help'),
  },
  contracts: {
    label: {
      ja: '契約や仕様書に、守ってほしいことを書ける',
      en: 'I can write security into contracts and specifications',
    },
    skills: at('law-contract-clauses:alone buy-requirements:alone'),
  },
  incident: {
    label: {
      ja: '事故のときに、最初の1時間ですることを決めてある',
      en: 'I have settled what to do in the first hour of an incident',
    },
    skills: at('inc-first-response:alone inc-plan:with-help'),
  },
  systems: {
    label: {
      ja: 'サーバーやクラウドの設定を、安全に保てる',
      en: 'I can keep servers and cloud settings secure',
    },
    skills: at('ops-servers:alone ops-cloud:alone ops-identity:with-help ops-patching:alone'),
  },
  coding: {
    label: {
      ja: '弱点をつくりにくい書き方でプログラムを書ける',
      en: 'I can write code that avoids common weaknesses',
    },
    skills: at('dev-secure-coding:alone dev-web-api:with-help dev-dependencies:with-help'),
  },
} as const satisfies Choices;

export type DecisionId = keyof typeof decisions;
export type ContactId = keyof typeof contacts;
export type AbilityId = keyof typeof abilities;

/** Hours that one has for learning in half a year. */
export const hourLimits = ['5', '10', '20', '40', '100', 'any'] as const;
export type HourLimit = (typeof hourLimits)[number];

/** Years in employment insurance (雇用保険), as far as benefits ask. */
export const insuredAnswers = ['unknown', 'two', 'one', 'none'] as const;
export type InsuredAnswer = (typeof insuredAnswers)[number];
