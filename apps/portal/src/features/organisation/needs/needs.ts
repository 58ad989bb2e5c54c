import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { ownRows, type TenantDatabase, unwrap } from '../../../platform/database/tenant.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import { done, type Outcome } from '../../../platform/outcome/outcome.ts';
import { checkStock, type Stock } from '../../../platform/quota/quota.ts';
import { type DemandAnswer, demandDomains } from '../../public/plus-security/index.ts';
import { postedNeed } from './schema.ts';

/** A need as it is kept. */
export type Need = typeof postedNeed.$inferSelect;

const oneOf = (values: readonly string[]) => z.enum(values as [string, ...string[]]);
const maxPeople = 100_000;

/** The form of a need. */
export const needForm = z.object({
  role: oneOf(demandDomains.role),
  skill: oneOf(demandDomains.skill),
  people: z
    .string()
    .trim()
    .max(6)
    .regex(/^[1-9]\d*$/)
    .transform(Number)
    .refine((people) => people <= maxPeople),
  prefecture: oneOf(demandDomains.prefecture),
  industry: oneOf(demandDomains.industry),
  size: oneOf(demandDomains.size),
  wantedBy: z
    .string()
    .max(7)
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
});
export type NewNeed = z.output<typeof needForm>;

export const needWording: Record<keyof NewNeed, Label> = {
  role: { ja: '役割を選んでください。', en: 'Choose a role.' },
  skill: { ja: '身につけることを選んでください。', en: 'Choose a skill.' },
  people: {
    ja: `人数は、1から${maxPeople}までの数字で書いてください。`,
    en: `Write the number of people as digits, from 1 to ${maxPeople}.`,
  },
  prefecture: { ja: '都道府県を選んでください。', en: 'Choose a prefecture.' },
  industry: { ja: '業種を選んでください。', en: 'Choose an industry.' },
  size: { ja: '規模を選んでください。', en: 'Choose a size.' },
  wantedBy: { ja: 'いつまでに、を年と月で書いてください。', en: 'Write by when, as year and month.' },
};

/** The organisation's needs, last posted first. */
export function listNeeds(tenant: TenantDatabase): Promise<Need[]> {
  return tenant.read((tx) =>
    tx.select().from(postedNeed).where(ownRows(tx, postedNeed)).orderBy(desc(postedNeed.postedAt)),
  );
}

const needsHeld: Stock = {
  name: 'posted-need',
  what: { ja: '出している需要', en: 'open needs' },
  by: 'organisation',
  max: 200,
  remedy: { ja: '足りたものを閉じてください。', en: 'Close what is met.' },
};

/** @returns refused with `stock-full` where too many are open */
export function postNeed(tenant: TenantDatabase, need: NewNeed, now: Date): Promise<Outcome<Need>> {
  return tenant.transact(async (tx): Promise<Outcome<Need>> => {
    const { organisationId } = tx;
    const open = and(ownRows(tx, postedNeed), isNull(postedNeed.closedAt));
    unwrap(await checkStock(tx, needsHeld, organisationId, () => tx.$count(postedNeed, open)));
    const row = {
      organisationId,
      id: randomUUID(),
      ...need,
      postedAt: now,
      closedAt: null,
      releasedIn: null,
    };
    await tx.insert(postedNeed).values(row);
    return done(row);
  });
}

/** Closes a need that is met; one that is closed stays as it is. @returns whether there is such a need */
export function closeNeed(tenant: TenantDatabase, id: string, now: Date): Promise<boolean> {
  return tenant.transact(async (tx) => {
    const own = and(ownRows(tx, postedNeed), eq(postedNeed.id, id));
    await tx
      .update(postedNeed)
      .set({ closedAt: now })
      .where(and(own, isNull(postedNeed.closedAt)));
    return (await tx.$count(postedNeed, own)) > 0;
  });
}

/** A need as an answer for the release of a month. */
export function needAnswer(need: Need, month: string): DemandAnswer {
  const { role, skill, prefecture, industry, size, people } = need;
  return {
    respondent: need.organisationId,
    role,
    skill,
    prefecture,
    industry,
    size,
    people,
    month,
    source: 'posted',
  };
}
