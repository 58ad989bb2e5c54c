import type { Label, PointName } from './decision-points.ts';

/** One SSVC decision table. */
export interface DecisionTable {
  /** As CERT/CC or CISA registers it. */
  registered: string;
  label: Label;
  /** The questions, the slowest changing first. */
  points: readonly PointName[];
  /** The outcomes, in rising order. */
  outcomes: Readonly<Record<string, Label>>;
  /** For each combination of answers, the position of its outcome. */
  rows: string;
}

const label = (en: string, ja: string): Label => ({ en, ja });

const PRIORITIES = {
  defer: label('Defer', '見送る'),
  scheduled: label('Scheduled', '定期の機会に'),
  outOfCycle: label('Out-of-Cycle', '臨時に'),
  immediate: label('Immediate', '直ちに'),
};

/** From https://github.com/CERTCC/SSVC (see NOTICE.md); Japanese names are ours. */
export const DECISION_TABLES = {
  supplier: {
    registered: 'ssvc:DT_SP:1.0.0',
    label: label('Supplier Patch Development Priority', '供給者：修正開発の優先度'),
    points: ['exploitation', 'utility', 'technicalImpact', 'publicSafetyImpact'],
    outcomes: PRIORITIES,
    rows: '011212121222121313232323232323233333',
  },
  deployer: {
    registered: 'ssvc:DT_DP:1.0.0',
    label: label('Deployer Patch Application Priority', '利用者：修正適用の優先度'),
    points: ['exploitation', 'exposure', 'automatable', 'humanImpact'],
    outcomes: PRIORITIES,
    rows: '001101110111111101111112011111110111111211121122112212221122222212232233',
  },
  coordinatorTriage: {
    registered: 'ssvc:DT_COORD_TRIAGE:1.0.0',
    label: label('Coordinator Triage', '調整者：受付の判断'),
    points: [
      'reportPublic',
      'supplierContacted',
      'reportCredibility',
      'supplierCardinality',
      'supplierEngagement',
      'utility',
      'publicSafetyImpact',
    ],
    outcomes: {
      decline: label('Decline', '受け付けない'),
      track: label('Track', '見守る'),
      coordinate: label('Coordinate', '調整する'),
    },
    rows:
      '000000000000000002000002000000000000000002000002000000000000000002000002000000000000000002000002' +
      '000000000000000002000002000000000000000002000002000101000101010112010112000101122222010122222222',
  },
  coordinatorPublish: {
    registered: 'ssvc:DT_COORD_PUBLISH:1.0.0',
    label: label('Coordinator Publish', '調整者：公表の判断'),
    points: ['supplierInvolvement', 'exploitation', 'publicValueAdded'],
    outcomes: { doNotPublish: label('Do Not Publish', '公表しない'), publish: label('Publish', '公表する') },
    rows: '001001011001001011001011111',
  },
  cisa: {
    registered: 'cisa:DT_CO:2.0.3',
    label: label('CISA Coordinator', 'CISAの優先度'),
    points: ['exploitation', 'automatable', 'technicalImpact', 'missionAndWellbeing'],
    outcomes: {
      track: label('Track', '見守る'),
      trackClosely: label('Track*', '注意して見守る'),
      attend: label('Attend', '対処する'),
      act: label('Act', '行動する'),
    },
    rows: '000001002002001012002012002023223233',
  },
  bod2604: {
    registered: 'cisa:DT_BOD2604:1.0.0',
    label: label('CISA BOD 26-04', 'CISA拘束的運用指令26-04'),
    points: ['inKev', 'publiclyExposed', 'automatable', 'technicalImpact'],
    outcomes: {
      onUpgrade: label('Fix on system upgrade', 'システム更新時に直す'),
      days60: label('60 days', '60日以内'),
      days14: label('14 days', '14日以内'),
      days3: label('3 days', '3日以内'),
      days3Forensics: label('3 days & forensic investigation', '3日以内、痕跡調査も'),
    },
    rows: '0011122322242434',
  },
  utility: {
    registered: 'ssvc:DT_U:1.0.0',
    label: label('Utility', '攻撃者にとっての有用性'),
    points: ['automatable', 'valueDensity'],
    outcomes: {
      laborious: label('Laborious', '手間がかかる'),
      efficient: label('Efficient', '効率的'),
      superEffective: label('Super Effective', '極めて効果的'),
    },
    rows: '0112',
  },
  humanImpact: {
    registered: 'ssvc:DT_HI:1.0.0',
    label: label('Human Impact', '人への影響'),
    points: ['safetyImpact', 'missionImpact'],
    outcomes: {
      low: label('Low', '低い'),
      medium: label('Medium', '中くらい'),
      high: label('High', '高い'),
      veryHigh: label('Very High', '非常に高い'),
    },
    rows: '0013001312233333',
  },
  publicSafetyImpact: {
    registered: 'ssvc:DT_PSI:1.0.0',
    label: label('Public Safety Impact', '公共の安全への影響'),
    points: ['safetyImpact'],
    outcomes: { minimal: label('Minimal', '軽微'), significant: label('Significant', '重大') },
    rows: '0111',
  },
} as const satisfies Record<string, DecisionTable>;

export type TableName = keyof typeof DECISION_TABLES;
