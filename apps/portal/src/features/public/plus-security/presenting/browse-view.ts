import { coverage, type Framework, isRefusal, loadFramework, type Match, nearest } from '@kakehashi/skills';
import { everything, queryPath } from '../../../../platform/collections/query.ts';
import type { Reader } from '../../../../ui/collections/card.ts';
import { bookingOf } from '../advice/offers.ts';
import { advicePaths } from '../advice-paths.ts';
import { programmes } from '../collection.ts';
import { FrameworkWords } from '../framework/framework-words.ts';
import { percent, skillNames } from './advice-view.ts';
import type { SkillView } from './planned-view.ts';
import type { AdviceSources } from './sources.ts';

interface LinkView {
  title: string;
  href: string;
}

interface GroupView<Part> {
  id: string;
  title: string;
  parts: Part[];
}

export interface LevelView {
  id: string;
  title: string;
  text: string;
}

export interface RolesView {
  groups: GroupView<LinkView & { text: string; count: number }>[];
  levels: LevelView[];
}

export interface SkillsView {
  groups: GroupView<LinkView & { text: string }>[];
  count: number;
  levels: LevelView[];
}

export interface RoleView {
  title: string;
  text: string;
  group: string;
  /** By level, highest first. */
  needs: { level: LevelView; skills: SkillView[] }[];
  near: (LinkView & { share: number })[];
  /** Undefined: no programme that can be taken now reaches a skill of the role. */
  cover: { count: number; share: number; hours: number } | undefined;
  adviceHref: string;
}

interface MappingView {
  framework: string;
  target: string;
  match: Match;
  by: 'publisher' | 'kakehashi';
}

export interface SkillPageView {
  title: string;
  text: string;
  group: string;
  /** Undefined where the framework does not tell what one does at each level. */
  levels: (LevelView & { does: string })[] | undefined;
  generalLevels: LevelView[];
  roles: (LinkView & { level: string })[];
  mappings: MappingView[];
  /** What has to stand where other frameworks' data is shown. */
  notices: string[];
  findHref: string;
}

function levelsOf(names: FrameworkWords): LevelView[] {
  return names.framework.levels.map(({ id }) => ({ id, title: names.level(id), text: names.levelText(id) }));
}

/** Groups that have something, in the framework's order. */
function grouped<Part>(names: FrameworkWords, partsOf: (group: string) => Part[]): GroupView<Part>[] {
  return names.framework.groups
    .map(({ id }) => ({ id, title: names.group(id), parts: partsOf(id) }))
    .filter(({ parts }) => parts.length > 0);
}

export function rolesView(sources: AdviceSources, reader: Reader): RolesView {
  const framework = sources.framework();
  const names = new FrameworkWords(framework, reader.language);
  return {
    groups: grouped(names, (group) =>
      framework.roles
        .filter((role) => role.group === group)
        .map(({ id, requires }) => ({
          title: names.role(id),
          text: names.roleText(id),
          href: reader.href(advicePaths.role(id)),
          count: requires.length,
        })),
    ),
    levels: levelsOf(names),
  };
}

export function skillsView(sources: AdviceSources, reader: Reader): SkillsView {
  const framework = sources.framework();
  const names = new FrameworkWords(framework, reader.language);
  return {
    groups: grouped(names, (group) =>
      framework.items
        .filter((item) => item.group === group)
        .map(({ id }) => ({
          title: names.skill(id),
          text: names.skillText(id),
          href: reader.href(advicePaths.skill(id)),
        })),
    ),
    count: framework.items.length,
    levels: levelsOf(names),
  };
}

/** Most programmes from which the coverage of a role is worked out: bounds the work of a page. */
const mostCompared = 1_000;
const mostNear = 4;

export function roleView(id: string, sources: AdviceSources, reader: Reader): RoleView | undefined {
  const framework = sources.framework();
  const role = framework.roles.find((each) => each.id === id);
  if (!role) return undefined;
  const names = new FrameworkWords(framework, reader.language);
  const name = skillNames(names, reader);
  const levels = levelsOf(names);
  const near = nearest(framework, id, { limit: mostNear });
  return {
    title: names.role(id),
    text: names.roleText(id),
    group: names.group(role.group),
    needs: levels.toReversed().flatMap((level) => {
      const skills = role.requires.filter((each) => each.level === level.id);
      return skills.length > 0
        ? [{ level, skills: skills.map(({ item }) => name({ id: item, level: level.id })) }]
        : [];
    }),
    near: isRefusal(near)
      ? []
      : near.map((each) => ({
          title: names.role(each.role),
          href: reader.href(advicePaths.role(each.role)),
          share: percent(each.share),
        })),
    cover: coverOf(id, framework, sources),
    adviceHref: reader.href(`${advicePaths.advice}?work=${id}&edit=1`),
  };
}

function coverOf(id: string, framework: Framework, { market, now }: AdviceSources): RoleView['cover'] {
  const offers = market
    .offers(framework, now())
    .filter((offer) => bookingOf(offer, 'any') !== undefined)
    .slice(0, mostCompared)
    .map(({ id: programme, skills, hours, price }) => ({ id: programme, skills, hours, price }));
  const covered = coverage(offers, id, { framework });
  if (isRefusal(covered) || covered.programmes.length === 0) return undefined;
  return { count: covered.programmes.length, share: percent(covered.share), hours: covered.hours };
}

export async function skillPageView(
  id: string,
  sources: AdviceSources,
  reader: Reader,
): Promise<SkillPageView | undefined> {
  const framework = sources.framework();
  const item = framework.items.find((each) => each.id === id);
  if (!item) return undefined;
  const names = new FrameworkWords(framework, reader.language);
  const levels = levelsOf(names);
  const mapped = framework.mappings.filter((mapping) => mapping.id === id);
  const others = await Promise.all(
    [...new Set(mapped.map((mapping) => mapping.framework))].map((other) =>
      loadFramework(other as Parameters<typeof loadFramework>[0]),
    ),
  );
  const otherOf = (other: string) => others.find((each) => each.id === other);
  return {
    title: names.skill(id),
    text: names.skillText(id),
    group: names.group(item.group),
    levels: item.levels && levels.map((level) => ({ ...level, does: names.atLevel(id, level.id) ?? '' })),
    generalLevels: levels,
    roles: framework.roles.flatMap((role) => {
      const asked = role.requires.find((each) => each.item === id);
      if (!asked) return [];
      return [
        {
          title: names.role(role.id),
          href: reader.href(advicePaths.role(role.id)),
          level: names.level(asked.level ?? ''),
        },
      ];
    }),
    mappings: mapped.map(({ framework: other, target, match, by }) => ({
      framework: `${otherOf(other)?.title.en ?? other} ${otherOf(other)?.version ?? ''}`.trim(),
      target,
      match,
      by,
    })),
    notices: others.map(({ licence }) => licence.notice),
    findHref: reader.href(queryPath({ ...everything, filters: { skill: [id] } }, programmes)),
  };
}
