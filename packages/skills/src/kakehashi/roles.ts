import type { Wording } from '../framework.ts';

/** A role as it is written down. */
export interface WrittenRole {
  readonly id: string;
  readonly group: 'management' | 'practitioners' | 'engineers' | 'specialists';
  readonly title: Required<Wording>;
  readonly text: Required<Wording>;
  /** Skills by the number of the level that is asked. */
  readonly skills: Readonly<Partial<Record<1 | 2 | 3 | 4, string>>>;
  readonly matches: string;
}

/** Who the report of December 2021 speaks of: people who add security to their work, and the specialists. */
export const roleGroups = [
  { id: 'management', title: { ja: '経営層・管理職', en: 'Management' } },
  { id: 'practitioners', title: { ja: '実務者', en: 'Practitioners' } },
  { id: 'engineers', title: { ja: 'ユーザー企業の技術者', en: 'Engineers of user companies' } },
  { id: 'specialists', title: { ja: 'セキュリティの専門職', en: 'Security specialists' } },
] as const;

/** What everybody holds who works with a computer. */
const everyday = 'day-authentication day-phishing day-devices day-updates day-data-handling day-reporting';

export const roles: readonly WrittenRole[] = [
  {
    id: 'executive',
    group: 'management',
    title: { ja: '経営者・役員', en: 'Executive' },
    text: {
      ja: '会社の進む方向と使うお金を決め、事故のときに最後の判断をする人。',
      en: 'Decides where the company goes and what it spends, and takes the last decision in an incident.',
    },
    skills: {
      1: 'day-devices day-updates day-data-handling law-basics gov-dx-security risk-insurance inc-ransomware ppl-exercises',
      2: 'day-authentication day-phishing day-reporting risk-assessment risk-continuity law-incident-duties law-personal-data gov-policy inc-communication gov-reporting',
      3: 'gov-risk-ownership gov-investment gov-organisation gov-supply-chain gov-crisis-decision gov-disclosure gov-culture',
    },
    matches: 'near nice OG-WRL-007, near ecsf 1',
  },
  {
    id: 'ciso',
    group: 'management',
    title: { ja: 'セキュリティ統括責任者（CISO）', en: 'Chief information security officer' },
    text: {
      ja: '全社の守りに責任を持ち、経営層と現場と専門家の間に立つ人。',
      en: 'Answers for the security of the whole company, between management, departments and specialists.',
    },
    skills: {
      2: 'law-overseas dev-threat-modelling mon-intelligence vul-triage aud-controls dev-ai ops-cloud law-labour',
      3: `${everyday} risk-insurance law-personal-data law-contract-clauses law-incident-duties law-standards inc-coordination ppl-hiring ppl-development gov-disclosure inc-ransomware law-trade-secrets`,
      4: 'gov-risk-ownership gov-policy gov-investment gov-organisation gov-reporting gov-supply-chain gov-crisis-decision gov-culture gov-dx-security risk-assessment risk-treatment risk-metrics risk-continuity inc-plan ppl-bridging',
    },
    matches: 'same ecsf 1, near nice OG-WRL-007, near nice OG-WRL-014',
  },
  {
    id: 'dx-manager',
    group: 'management',
    title: { ja: 'DXを進める管理職', en: 'Manager of digital transformation' },
    text: {
      ja: '業務やサービスのデジタル化を企画し、予算と人を動かす人。',
      en: 'Plans digital work and services, with a budget and people.',
    },
    skills: {
      2: `${everyday} day-sharing gov-investment risk-assessment risk-business-impact risk-continuity law-contract-clauses law-cloud-terms buy-evaluation buy-acceptance dev-requirements dev-ai inc-communication risk-third-party ops-cloud`,
      3: 'gov-dx-security gov-risk-ownership law-personal-data buy-requirements buy-cloud ppl-bridging gov-reporting',
    },
    matches: 'near nice OG-WRL-010, near gddat Service owner',
  },
  {
    id: 'section-chief',
    group: 'management',
    title: { ja: '部門の管理職（課長など）', en: 'Section chief' },
    text: {
      ja: '部下の仕事と部門の情報に責任を持ち、最初の報告を受ける人。',
      en: 'Answers for the work and information of a department and gets the first report.',
    },
    skills: {
      1: 'law-basics risk-threats inc-coordination buy-supervision',
      2: 'gov-policy gov-risk-ownership risk-assessment risk-assets risk-continuity law-personal-data law-trade-secrets ppl-awareness ppl-joiners-leavers ppl-insider inc-first-response ppl-bridging day-remote day-social-media day-backup',
      3: `${everyday} day-sharing gov-culture`,
    },
    matches: 'near nice OG-WRL-010',
  },
  {
    id: 'general-affairs',
    group: 'practitioners',
    title: { ja: '総務', en: 'General affairs' },
    text: {
      ja: '建物・機器・規程・事業継続の世話をし、困ったときに頼られる人。',
      en: 'Looks after premises, devices, rules and continuity, and is asked when something is wrong.',
    },
    skills: {
      2: 'day-sharing day-backup risk-assets risk-business-impact inc-communication buy-supervision law-basics ppl-exercises ppl-contractors inc-authorities',
      3: `${everyday} day-remote gov-policy risk-continuity ppl-awareness`,
    },
    matches: 'near nice OG-WRL-002',
  },
  {
    id: 'human-resources',
    group: 'practitioners',
    title: { ja: '人事', en: 'Human resources' },
    text: {
      ja: '採用から退職まで人に関わり、従業員の情報を預かる人。',
      en: 'Deals with people from hiring to leaving, and keeps their data.',
    },
    skills: {
      2: `${everyday} day-sharing day-social-media law-labour ppl-insider ppl-awareness ppl-wellbeing law-trade-secrets risk-third-party`,
      3: 'law-personal-data ppl-joiners-leavers ppl-hiring ppl-development ppl-contractors',
    },
    matches: 'near nice OG-WRL-003',
  },
  {
    id: 'legal',
    group: 'practitioners',
    title: { ja: '法務', en: 'Legal' },
    text: {
      ja: '契約と法令の面から会社を守り、事故のときの届け出を支える人。',
      en: 'Protects the company by contracts and law, and supports reports of incidents.',
    },
    skills: {
      2: `${everyday} day-sharing risk-third-party buy-supervision gov-disclosure inc-communication inc-coordination inc-authorities vul-disclosure risk-insurance`,
      3: 'law-basics law-personal-data law-contract-clauses law-cloud-terms law-incident-duties law-trade-secrets law-labour law-overseas law-evidence buy-termination',
    },
    matches: 'same nice OG-WRL-006, near ecsf 3, near nice OG-WRL-008',
  },
  {
    id: 'procurement',
    group: 'practitioners',
    title: { ja: '調達・購買', en: 'Procurement' },
    text: {
      ja: '物やサービスを買い、取引先と約束を交わす人。',
      en: 'Buys goods and services and makes agreements with suppliers.',
    },
    skills: {
      2: `${everyday} day-sharing law-contract-clauses law-cloud-terms gov-supply-chain law-personal-data buy-sbom aud-suppliers law-standards`,
      3: 'buy-requirements buy-evaluation buy-supervision buy-cloud buy-acceptance buy-termination risk-third-party',
    },
    matches: 'near nice OG-WRL-009',
  },
  {
    id: 'sales',
    group: 'practitioners',
    title: { ja: '営業', en: 'Sales' },
    text: {
      ja: '顧客の情報を外で扱い、顧客から守りについて尋ねられる人。',
      en: 'Handles customers’ information outside and is asked about security.',
    },
    skills: {
      1: 'law-basics inc-communication vul-advisory gov-disclosure',
      2: 'law-personal-data law-trade-secrets law-contract-clauses day-social-media ppl-bridging',
      3: `${everyday} day-remote day-sharing buy-questionnaires`,
    },
    matches: 'near gddat Business relationship manager',
  },
  {
    id: 'public-relations',
    group: 'practitioners',
    title: { ja: '広報', en: 'Public relations' },
    text: {
      ja: '社外に情報を出し、事故のときに会社の言葉を整える人。',
      en: 'Gives out information and finds the company’s words in an incident.',
    },
    skills: {
      2: `${everyday} day-sharing law-incident-duties law-personal-data gov-crisis-decision ops-mail-web inc-coordination vul-disclosure ppl-exercises`,
      3: 'gov-disclosure inc-communication day-social-media vul-advisory',
    },
    matches: 'near gddat Content strategist',
  },
  {
    id: 'finance',
    group: 'practitioners',
    title: { ja: '経理・財務', en: 'Finance' },
    text: {
      ja: '支払いと入金を扱い、送金をだまし取る手口の的になりやすい人。',
      en: 'Handles payments, and is a target of fraud.',
    },
    skills: {
      2: 'day-sharing law-personal-data gov-investment risk-insurance risk-continuity ppl-insider law-trade-secrets gov-policy',
      3: everyday,
    },
    matches: 'near nice OG-WRL-015',
  },
  {
    id: 'business-planner',
    group: 'practitioners',
    title: { ja: '事業・商品の企画', en: 'Business and product planning' },
    text: {
      ja: '新しいサービスや商品を考え、利用者の情報をどう使うかを決める人。',
      en: 'Thinks up services and products and decides how users’ data is used.',
    },
    skills: {
      2: `${everyday} day-sharing gov-dx-security risk-assessment law-contract-clauses law-cloud-terms dev-requirements dev-threat-modelling dev-ai dev-iot buy-requirements vul-intake ppl-bridging`,
      3: 'law-personal-data',
    },
    matches: 'near gddat Product manager, near nice DD-WRL-006',
  },
  {
    id: 'it-all-rounder',
    group: 'engineers',
    title: { ja: '中小企業の情報システム担当（兼任を含む）', en: 'IT person of a small company' },
    text: {
      ja: '機器もクラウドも問い合わせも一人で受け持ち、外の力を借りる人。',
      en: 'Looks after devices, cloud and questions alone, with help from outside.',
    },
    skills: {
      2: 'gov-policy risk-assessment risk-continuity risk-third-party law-incident-duties law-personal-data buy-requirements buy-questionnaires ppl-awareness ops-network ops-servers ops-cloud ops-logging ops-mail-web ops-cryptography ops-change mon-alerts inc-first-response inc-ransomware vul-exposure inc-authorities',
      3: `${everyday} day-sharing day-backup risk-assets ops-endpoints ops-identity ops-patching ops-recovery ppl-joiners-leavers`,
    },
    matches: 'near nice IO-WRL-005, near nice IO-WRL-007',
  },
  {
    id: 'developer',
    group: 'engineers',
    title: { ja: 'ユーザー企業の開発技術者', en: 'Developer of a user company' },
    text: {
      ja: '自社のサービスや製品をつくり、直し続ける人。',
      en: 'Builds the company’s own services or products and keeps mending them.',
    },
    skills: {
      2: `${everyday} law-personal-data dev-threat-modelling dev-pipeline dev-ai dev-iot ops-cloud ops-cryptography ops-logging vul-triage vul-remediation vul-scanning inc-first-response`,
      3: 'dev-requirements dev-secure-design dev-secure-coding dev-code-review dev-testing dev-dependencies dev-secrets dev-web-api',
    },
    matches: 'near nice DD-WRL-003, near gddat Software developer',
  },
  {
    id: 'operator',
    group: 'engineers',
    title: { ja: 'ユーザー企業の基盤・運用技術者', en: 'Infrastructure engineer of a user company' },
    text: {
      ja: 'サーバー、ネットワーク、クラウドを動かし続ける人。',
      en: 'Keeps servers, networks and cloud running.',
    },
    skills: {
      2: `${everyday} risk-continuity dev-secrets mon-alerts mon-logs inc-first-response inc-containment inc-recovery inc-ransomware vul-exposure vul-scanning buy-acceptance`,
      3: 'risk-assets ops-network ops-servers ops-endpoints ops-identity ops-cloud ops-logging ops-patching ops-recovery ops-cryptography ops-mail-web ops-change',
    },
    matches: 'near nice IO-WRL-004, near nice IO-WRL-005, near gddat Infrastructure engineer',
  },
  {
    id: 'plant-engineer',
    group: 'engineers',
    title: { ja: '工場・設備の技術者', en: 'Plant engineer' },
    text: {
      ja: '止められない設備を保ち、保守業者の出入りと接続を管理する人。',
      en: 'Keeps plants running that cannot stop, and controls maintenance and its connections.',
    },
    skills: {
      2: `${everyday} risk-assessment risk-continuity buy-requirements buy-supervision ops-network ops-patching ops-identity inc-first-response dev-iot ppl-contractors`,
      3: 'ops-ot risk-assets ops-recovery ops-change',
    },
    matches: 'near nice DD-WRL-009',
  },
  {
    id: 'security-planner',
    group: 'specialists',
    title: { ja: 'セキュリティの企画・推進', en: 'Security planning' },
    text: {
      ja: '規程、教育、点検、予算をまとめ、全社の守りを前に進める人。',
      en: 'Brings rules, training, checks and budget together and moves security forward.',
    },
    skills: {
      2: 'dev-threat-modelling ops-identity ops-cloud vul-triage gov-crisis-decision law-overseas aud-controls risk-insurance ppl-hiring',
      3: `${everyday} gov-risk-ownership gov-investment gov-reporting gov-supply-chain gov-dx-security gov-organisation risk-assessment risk-assets risk-threats risk-treatment risk-business-impact risk-continuity risk-register risk-third-party risk-metrics law-basics law-personal-data law-standards law-incident-duties ppl-exercises ppl-development ppl-bridging buy-requirements buy-questionnaires inc-plan`,
      4: 'gov-policy ppl-awareness',
    },
    matches: 'near ecsf 10, near nice OG-WRL-002, near nice OG-WRL-014',
  },
  {
    id: 'csirt',
    group: 'specialists',
    title: { ja: 'CSIRT（事故対応）', en: 'CSIRT (incident response)' },
    text: {
      ja: '社内の事故を受け付け、関係者を動かして収める人。',
      en: 'Takes in incidents of the company and brings people together to settle them.',
    },
    skills: {
      2: 'gov-reporting risk-business-impact law-evidence mon-hunting mon-network inc-malware vul-scanning ops-network ops-cloud ops-identity ops-recovery ppl-bridging',
      3: `${everyday} risk-threats law-incident-duties ppl-exercises ppl-wellbeing ops-logging mon-alerts mon-logs mon-intelligence mon-endpoints inc-triage inc-containment inc-forensics inc-recovery inc-communication inc-authorities inc-lessons inc-ransomware vul-triage`,
      4: 'inc-first-response inc-coordination inc-plan',
    },
    matches: 'same ecsf 2, same nice PD-WRL-003',
  },
  {
    id: 'psirt',
    group: 'specialists',
    title: { ja: 'PSIRT（製品の弱点への対応）', en: 'PSIRT (product vulnerabilities)' },
    text: {
      ja: '自社の製品やサービスの弱点を受け付け、直して知らせるまでを取りまとめる人。',
      en: 'Takes in weaknesses of the company’s products and sees them mended and made known.',
    },
    skills: {
      2: `${everyday} law-contract-clauses buy-sbom dev-secure-coding dev-threat-modelling dev-testing dev-iot inc-forensics mon-intelligence gov-disclosure`,
      3: 'dev-requirements dev-dependencies dev-code-review inc-coordination inc-communication inc-authorities inc-lessons vul-severity vul-remediation vul-advisory ppl-bridging gov-reporting',
      4: 'vul-intake vul-triage vul-disclosure',
    },
    matches: 'near nice PD-WRL-007, near ecsf 2',
  },
  {
    id: 'internal-auditor',
    group: 'specialists',
    title: { ja: '内部監査', en: 'Internal audit' },
    text: {
      ja: '守りが決まりどおりに働いているかを、独立した立場で確かめる人。',
      en: 'Checks, independently, whether security works as it should.',
    },
    skills: {
      2: `${everyday} law-contract-clauses ops-identity ops-cloud ops-logging ops-patching ops-change vul-severity mon-logs dev-requirements law-labour`,
      3: 'gov-policy gov-reporting risk-assessment risk-treatment risk-third-party risk-metrics law-basics law-personal-data law-standards law-evidence aud-technical aud-suppliers ppl-ethics',
      4: 'aud-planning aud-controls aud-evidence aud-reporting aud-follow-up aud-independence',
    },
    matches: 'same ecsf 6, near nice OG-WRL-016, near nice OG-WRL-012',
  },
  {
    id: 'soc-analyst',
    group: 'specialists',
    title: { ja: 'セキュリティ監視（SOC）', en: 'Security monitoring (SOC)' },
    text: {
      ja: '警報と記録を見続け、攻撃に早く気付いて知らせる人。',
      en: 'Watches alerts and logs, notices attacks early and reports them.',
    },
    skills: {
      2: `${everyday} ops-cloud ops-identity ops-servers inc-forensics inc-malware inc-containment law-evidence ppl-wellbeing`,
      3: 'risk-threats ops-network ops-logging mon-logs mon-rules mon-intelligence mon-hunting mon-network mon-endpoints mon-handover inc-triage inc-first-response',
      4: 'mon-alerts',
    },
    matches: 'same nice PD-WRL-001, near ecsf 2',
  },
  {
    id: 'vulnerability-tester',
    group: 'specialists',
    title: { ja: '脆弱性診断', en: 'Vulnerability testing' },
    text: {
      ja: '許可を得てシステムの弱点を探し、直し方とともに伝える人。',
      en: 'Looks for weaknesses of systems, with permission, and reports them with their remedies.',
    },
    skills: {
      2: `${everyday} law-basics law-contract-clauses dev-secure-design dev-iot dev-ai ops-ot mon-intelligence vul-triage vul-disclosure`,
      3: 'ppl-ethics dev-threat-modelling dev-code-review dev-testing dev-web-api ops-network ops-servers ops-cloud ops-cryptography vul-severity vul-exposure',
      4: 'vul-scanning vul-penetration vul-reporting',
    },
    matches: 'same ecsf 12, near nice PD-WRL-007',
  },
];
