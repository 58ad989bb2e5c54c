import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideSsvc, SsvcError } from './decide.ts';
import { DECISION_POINTS, type DecisionPoint } from './decision-points.ts';
import { DECISION_TABLES, type DecisionTable, type TableName } from './decision-tables.ts';

const FOLDER = new URL('../../../../../shared/data/ssvc/json/decision_tables/', import.meta.url);
const FILES: Record<TableName, string> = {
  supplier: 'ssvc/supplier_patch_development_priority_1_0_0.json',
  deployer: 'ssvc/deployer_patch_application_priority_1_0_0.json',
  coordinatorTriage: 'ssvc/coordinator_triage_1_0_0.json',
  coordinatorPublish: 'ssvc/coordinator_publish_decision_table_1_0_0.json',
  cisa: 'cisa/cisa_coordinator_2_0_3.json',
  bod2604: 'cisa/cisa_bod_26_04_1_0_0.json',
  utility: 'ssvc/utility_1_0_0.json',
  humanImpact: 'ssvc/human_impact_1_0_0.json',
  publicSafetyImpact: 'ssvc/public_safety_impact_1_0_0.json',
};

interface Published {
  namespace: string;
  key: string;
  version: string;
  outcome: string;
  decision_points: Record<string, { name: string; values: { key: string; name: string }[] }>;
  mapping: Record<string, string>[];
}

describe.skipIf(!existsSync(FOLDER))('the tables, against ../shared/data/ssvc', () => {
  it.each(Object.entries(FILES))('%s decides every published row as published', (name, file) => {
    const published: Published = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    const table: DecisionTable = DECISION_TABLES[name as TableName];
    const nameOf = (point: string, key: string | undefined): string | undefined =>
      published.decision_points[point]?.values.find((value) => value.key === key)?.name;
    expect(table.registered).toBe(`${published.namespace}:${published.key}:${published.version}`);
    expect(table.rows).toHaveLength(published.mapping.length);
    expect(Object.values(table.outcomes).map(({ en }) => en)).toEqual(
      published.decision_points[published.outcome]?.values.map((value) => value.name),
    );
    for (const row of published.mapping) {
      const answers = table.points.map((point) => {
        const { registered, values }: DecisionPoint = DECISION_POINTS[point];
        const wanted = nameOf(registered, row[registered]);
        return [point, Object.keys(values).find((value) => values[value]?.en === wanted)];
      });
      const decision = decideSsvc(name as 'supplier', Object.fromEntries(answers));
      expect(decision.label.en).toBe(nameOf(published.outcome, row[published.outcome]));
    }
  });
});

describe('a decision', () => {
  it('gives its path through the table as the reason', () => {
    const decision = decideSsvc('supplier', {
      exploitation: 'active',
      utility: 'efficient',
      technicalImpact: 'total',
      publicSafetyImpact: 'significant',
    });
    expect(decision).toMatchObject({ registered: 'ssvc:DT_SP:1.0.0', outcome: 'immediate' });
    expect(decision.path.map(({ point, value }) => `${point} ${value}`)).toEqual([
      'exploitation active',
      'utility efficient',
      'technicalImpact total',
      'publicSafetyImpact significant',
    ]);
    expect(decision.reason.ja).toBe(
      '悪用の状況: 悪用あり、攻撃者にとっての有用性: 効率的、技術的影響: 全面的、公共の安全への影響: 重大 → 直ちに',
    );
  });

  it('names the question that is not answered, and what it takes', () => {
    const answers = { exploitation: 'nuclear', exposure: 'open', automatable: 'no', humanImpact: 'low' };
    const decide = () => decideSsvc('deployer', answers as Parameters<typeof decideSsvc<'deployer'>>[1]);
    expect(decide).toThrow(SsvcError);
    expect(decide).toThrow(/Exploitation must be one of none, publicPoc, active \("nuclear"\)/);
  });

  it('has one outcome for every combination of answers', () => {
    for (const table of Object.values<DecisionTable>(DECISION_TABLES)) {
      const combinations = table.points
        .map((point) => Object.keys(DECISION_POINTS[point].values).length)
        .reduce((product, count) => product * count, 1);
      expect(table.rows).toMatch(
        new RegExp(`^[0-${Object.keys(table.outcomes).length - 1}]{${combinations}}$`),
      );
    }
  });
});
