/** A name in both languages. */
export interface Label {
  en: string;
  ja: string;
}

/** A question of SSVC and the answers it takes, in rising order. */
export interface DecisionPoint {
  /** As CERT/CC registers it. */
  registered: string;
  label: Label;
  values: Readonly<Record<string, Label>>;
}

const label = (en: string, ja: string): Label => ({ en, ja });
const NO_YES = { no: label('No', 'いいえ'), yes: label('Yes', 'はい') };

/** From https://github.com/CERTCC/SSVC (see NOTICE.md); Japanese names are ours. */
export const DECISION_POINTS = {
  exploitation: {
    registered: 'ssvc:E:1.1.0',
    label: label('Exploitation', '悪用の状況'),
    values: {
      none: label('None', 'なし'),
      publicPoc: label('Public PoC', '実証コード公開'),
      active: label('Active', '悪用あり'),
    },
  },
  utility: {
    registered: 'ssvc:U:1.0.1',
    label: label('Utility', '攻撃者にとっての有用性'),
    values: {
      laborious: label('Laborious', '手間がかかる'),
      efficient: label('Efficient', '効率的'),
      superEffective: label('Super Effective', '極めて効果的'),
    },
  },
  technicalImpact: {
    registered: 'ssvc:TI:1.0.0',
    label: label('Technical Impact', '技術的影響'),
    values: { partial: label('Partial', '部分的'), total: label('Total', '全面的') },
  },
  publicSafetyImpact: {
    registered: 'ssvc:PSI:2.0.1',
    label: label('Public Safety Impact', '公共の安全への影響'),
    values: { minimal: label('Minimal', '軽微'), significant: label('Significant', '重大') },
  },
  exposure: {
    registered: 'ssvc:EXP:1.0.1',
    label: label('System Exposure', 'システムの露出'),
    values: {
      small: label('Small', '小さい'),
      controlled: label('Controlled', '管理されている'),
      open: label('Open', '開かれている'),
    },
  },
  automatable: {
    registered: 'ssvc:A:2.0.0',
    label: label('Automatable', '攻撃の自動化'),
    values: NO_YES,
  },
  humanImpact: {
    registered: 'ssvc:HI:2.0.2',
    label: label('Human Impact', '人への影響'),
    values: {
      low: label('Low', '低い'),
      medium: label('Medium', '中くらい'),
      high: label('High', '高い'),
      veryHigh: label('Very High', '非常に高い'),
    },
  },
  reportPublic: {
    registered: 'ssvc:RP:1.0.0',
    label: label('Report Public', '報告の公開'),
    values: { yes: NO_YES.yes, no: NO_YES.no },
  },
  supplierContacted: {
    registered: 'ssvc:SCON:1.0.0',
    label: label('Supplier Contacted', '供給者への連絡'),
    values: NO_YES,
  },
  reportCredibility: {
    registered: 'ssvc:RC:1.0.0',
    label: label('Report Credibility', '報告の信頼性'),
    values: { notCredible: label('Not Credible', '信頼できない'), credible: label('Credible', '信頼できる') },
  },
  supplierCardinality: {
    registered: 'ssvc:SC:1.0.0',
    label: label('Supplier Cardinality', '供給者の数'),
    values: { one: label('One', '一者'), multiple: label('Multiple', '複数') },
  },
  supplierEngagement: {
    registered: 'ssvc:SE:1.0.0',
    label: label('Supplier Engagement', '供給者の対応'),
    values: { active: label('Active', '対応している'), unresponsive: label('Unresponsive', '応答がない') },
  },
  supplierInvolvement: {
    registered: 'ssvc:SINV:1.0.0',
    label: label('Supplier Involvement', '供給者の関与'),
    values: {
      fixReady: label('Fix Ready', '修正済み'),
      cooperative: label('Cooperative', '協力的'),
      uncooperative: label('Uncooperative/Unresponsive', '非協力的・応答なし'),
    },
  },
  publicValueAdded: {
    registered: 'ssvc:PVA:1.0.0',
    label: label('Public Value Added', '公表で増す価値'),
    values: {
      limited: label('Limited', '限られる'),
      ampliative: label('Ampliative', '補える'),
      precedence: label('Precedence', '先行する'),
    },
  },
  missionAndWellbeing: {
    registered: 'ssvc:MWI:1.0.0',
    label: label('Mission and Well-Being Impact', '任務と福祉への影響'),
    values: { low: label('Low', '低い'), medium: label('Medium', '中くらい'), high: label('High', '高い') },
  },
  inKev: {
    registered: 'cisa:KEV:1.0.0',
    label: label('In KEV', 'KEVへの掲載'),
    values: NO_YES,
  },
  publiclyExposed: {
    registered: 'cisa:PE:1.0.0',
    label: label('Publicly Exposed', '外部への公開'),
    values: NO_YES,
  },
  valueDensity: {
    registered: 'ssvc:VD:1.0.0',
    label: label('Value Density', '価値の集中'),
    values: { diffuse: label('Diffuse', '分散'), concentrated: label('Concentrated', '集中') },
  },
  safetyImpact: {
    registered: 'ssvc:SI:2.0.1',
    label: label('Safety Impact', '安全への影響'),
    values: {
      negligible: label('Negligible', '無視できる'),
      marginal: label('Marginal', 'わずか'),
      critical: label('Critical', '重大'),
      catastrophic: label('Catastrophic', '壊滅的'),
    },
  },
  missionImpact: {
    registered: 'ssvc:MI:2.0.0',
    label: label('Mission Impact', '任務への影響'),
    values: {
      degraded: label('Degraded', '低下'),
      crippled: label('MEF Support Crippled', '必須機能の支えが損なわれる'),
      mefFailure: label('MEF Failure', '必須機能の停止'),
      missionFailure: label('Mission Failure', '任務の失敗'),
    },
  },
} as const satisfies Record<string, DecisionPoint>;

export type PointName = keyof typeof DECISION_POINTS;
