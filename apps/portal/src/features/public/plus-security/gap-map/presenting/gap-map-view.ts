import { scaleQuantile } from 'd3-scale';
import type { Language } from '../../../../../platform/i18n/language.ts';
import type { Vocabulary } from '../../../../../platform/vocabulary/vocabulary.ts';
import { skillWords } from '../../skills.ts';
import { areas, domains, roleWords } from '../demand/dimensions.ts';
import type { GapCell } from '../gap.ts';
import type { GapMap } from '../gap-map.ts';
import { gapMapPaths } from '../paths.ts';
import { monthPattern } from '../query.ts';

export const measures = ['gap', 'demand', 'supply'] as const;
type Measure = (typeof measures)[number];

export interface CellView {
  value: number | null;
  demand: number | null;
  supply: number;
  gap: number | null;
  /** 0: none is lacking; 1 to 4: more and more; null: not shown. */
  level: number | null;
}

export interface GapMapView {
  chosen: Readonly<Record<'role' | 'area' | 'prefecture' | 'until', string | undefined>> & {
    measure: Measure;
  };
  /** Whether something in the address could not be read. */
  misread: boolean;
  month: string | undefined;
  months: string[];
  countedAt: Date;
  sample: boolean;
  /** Upper bounds of the levels but the last. */
  heatBounds: number[];
  mapBounds: number[];
  columns: { id: string; label: string }[];
  rows: { id: string; label: string; href: string; cells: CellView[] }[];
  /** By skill, where a role or an area is chosen. */
  details: { skill: string; label: string; cell: CellView; href: string }[];
  prefectures: { code: string; label: string; cell: CellView; href: string }[];
  time: { month: string; demand: number | null }[];
  csvHref: string;
  apiHref: string;
  areaLabel: string | undefined;
}

/** Everything on the page of the gap map, computed from its address. */
export function gapMapView(
  gapMap: GapMap,
  params: URLSearchParams,
  language: Language,
  vocabulary: Vocabulary,
): GapMapView {
  const read = (name: string, known: (value: string) => boolean) => {
    const value = params.get(name) || undefined;
    return value !== undefined && known(value) ? value : undefined;
  };
  const chosen = {
    role: read('role', (value) => domains.role.includes(value)),
    area: read('area', (value) => areas.some(({ id }) => id === value)),
    prefecture: read('prefecture', (value) => domains.prefecture.includes(value)),
    until: read('until', (value) => monthPattern.test(value)),
    measure: (read('measure', (value) => measures.some((each) => each === value)) ?? 'gap') as Measure,
  };
  const misread = [...params].some(
    ([name, value]) => value !== '' && (chosen as Record<string, string | undefined>)[name] !== value,
  );
  const filters = (names: readonly ('role' | 'prefecture')[]) =>
    Object.fromEntries(names.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : [])));
  const { measure } = chosen;
  const area = areas.find(({ id }) => id === chosen.area);
  const word = (words: Readonly<Record<string, { ja: string; en: string }>>, id: string) =>
    words[id]?.[language] ?? id;

  const bySkill = gapMap.answer(
    { by: ['role', 'skill'], filters: filters(['role', 'prefecture']) },
    chosen.until,
  );
  const cellAt = new Map(bySkill.cells.map((cell) => [`${cell.role}|${cell.skill}`, cell]));
  const columns = area
    ? area.skills.map((id) => ({ id, label: word(skillWords, id), skills: [id] }))
    : areas.map(({ id, label, skills }) => ({ id, label: label[language], skills }));
  const rows = (chosen.role ? [chosen.role] : domains.role).map((role) => ({
    id: role,
    label: word(roleWords, role),
    href: address({ ...chosen, role }),
    cells: columns.map(({ id, skills }) =>
      cellOf(
        skills.flatMap((skill) => cellAt.get(`${role}|${skill}`) ?? []),
        gapMap.seats({ role, prefecture: chosen.prefecture, [area ? 'skill' : 'area']: id }),
        measure,
      ),
    ),
  }));

  const mapped = gapMap.answer(
    { by: area ? ['skill', 'prefecture'] : ['prefecture'], filters: filters(['role']) },
    chosen.until,
  );
  const inArea = area && new Set(area.skills);
  const byPrefecture = Map.groupBy(
    mapped.cells.filter(({ skill }) => !inArea || inArea.has(skill ?? '')),
    ({ prefecture }) => prefecture,
  );
  const prefectures = domains.prefecture.map((code) => {
    const place = { role: chosen.role, area: chosen.area, prefecture: code };
    return {
      code,
      label: vocabulary.label('region', code)[language] ?? code,
      cell: cellOf(byPrefecture.get(code) ?? [], gapMap.seats(place), measure),
      href: countedAddress(place),
    };
  });
  const heatBounds = boundsOf(rows.flatMap(({ cells }) => cells));
  const mapBounds = boundsOf(prefectures.map(({ cell }) => cell));
  for (const { cells } of rows) for (const cell of cells) cell.level = levelOf(cell.value, heatBounds);
  for (const { cell } of prefectures) cell.level = levelOf(cell.value, mapBounds);

  const detailed = area?.skills ?? (chosen.role ? domains.skill : []);
  const details = detailed.flatMap((skill) => {
    const cells = bySkill.cells.filter((cell) => cell.skill === skill);
    const place = { role: chosen.role, skill, prefecture: chosen.prefecture };
    const cell = cellOf(cells, gapMap.seats(place), measure);
    if (!area && cell.demand === null && cell.supply === 0) return [];
    return { skill, label: word(skillWords, skill), cell, href: countedAddress(place) };
  });
  const time = gapMap.demandByMonth({
    role: chosen.role,
    prefecture: chosen.prefecture,
    skills: area && new Set(area.skills),
  });
  const asked = new URLSearchParams({ by: 'role,skill', ...filters(['role', 'prefecture']) });
  if (chosen.until) asked.set('until', chosen.until);
  return {
    chosen,
    misread,
    month: bySkill.month,
    months: [...gapMap.months()],
    countedAt: bySkill.countedAt,
    sample: bySkill.sample,
    heatBounds,
    mapBounds,
    columns,
    rows,
    details,
    prefectures,
    time,
    csvHref: `${gapMapPaths.csv}?${asked}`,
    apiHref: `/api/v1${gapMapPaths.api}?${asked}`,
    areaLabel: area?.label[language],
  };
}

/** One number for several cells: the sum of those shown. */
function cellOf(cells: readonly GapCell[], supply: number, measure: Measure): CellView {
  const shown = cells.flatMap(({ demand }) => demand ?? []);
  const demand = shown.length > 0 ? shown.reduce((sum, each) => sum + each, 0) : null;
  const gap = demand === null ? null : demand - supply;
  const value = { gap, demand, supply }[measure];
  return { value, demand, supply, gap, level: null };
}

/** Bounds between four levels of values above 0, by quartiles rounded to two digits. */
function boundsOf(cells: readonly CellView[]): number[] {
  const positive = cells.flatMap(({ value }) => (value !== null && value > 0 ? value : []));
  if (positive.length === 0) return [];
  const quantiles = scaleQuantile<number>().domain(positive).range([1, 2, 3, 4]).quantiles();
  return [...new Set(quantiles.map((bound) => Number(bound.toPrecision(2))).map(Math.ceil))];
}

function levelOf(value: number | null, bounds: readonly number[]): number | null {
  if (value === null) return null;
  if (value <= 0) return 0;
  const at = bounds.findIndex((bound) => value <= bound);
  return at === -1 ? bounds.length + 1 : at + 1;
}

function address(chosen: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen))
    if (value !== undefined && !(name === 'measure' && value === 'gap')) params.set(name, value);
  return `${gapMapPaths.map}${params.size > 0 ? `?${params}` : ''}`;
}

function countedAddress(place: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(place)) if (value !== undefined) params.set(name, value);
  return `${gapMapPaths.programmes}${params.size > 0 ? `?${params}` : ''}`;
}
