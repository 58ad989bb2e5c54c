/**
 * Makes prefecture-shapes.generated.ts from a TopoJSON file of the prefectures.
 *
 *   node make-shapes.ts FILE.topojson
 *
 * The file is prefectures.topojson of digital-go-jp/policy-dashboard-assets (CC BY 4.0), its boundaries those of the
 * National Land Numerical Information of 2025. Borders are thinned arc by arc, so that neighbours still share them.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Point = readonly [x: number, y: number];
interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: Record<
    string,
    {
      geometries: {
        type: string;
        arcs: number[][][] | number[][];
        properties: { prefecture_code: string };
      }[];
    }
  >;
}

/** Units of the drawing by which a thinned border may be off. */
const tolerance = 0.9;
/** Smallest part that is drawn, in square units; each prefecture keeps its largest. */
const smallestPart = 3;
const width = 600;
const west = 128.4;
const east = 146;
const north = 45.7;
/** Okinawa is far in the south-west, so that it is drawn in the corner at the top left. */
const okinawa = { code: '47', right: 130, down: -520 };

const file = process.argv[2];
if (file === undefined) throw new Error('name the TopoJSON file');
const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
const unit = width / (east - west);
const mercator = (latitude: number) =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
const project = ([longitude, latitude]: Point): Point => [
  (longitude - west) * unit,
  (mercator(north) - mercator(latitude)) * unit,
];

const { scale, translate } = topology.transform;
const arcs = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  const points = arc.map(([dx, dy]): Point => {
    [x, y] = [x + dx, y + dy];
    return project([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
  return thinned(points);
});

/** Douglas and Peucker; a ring keeps its farthest point too. */
function thinned(points: readonly Point[]): Point[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  let farthest = 0;
  let distance = 0;
  points.forEach((point, index) => {
    const away = distanceTo(point, first, last);
    if (away > distance) [farthest, distance] = [index, away];
  });
  if (distance <= tolerance) return [first, last];
  return [...thinned(points.slice(0, farthest + 1)), ...thinned(points.slice(farthest)).slice(1)];
}

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

function ring(indices: readonly number[]): Point[] {
  return indices.flatMap((index, at) => {
    const arc = index < 0 ? arcs[~index]!.toReversed() : arcs[index]!;
    return at === 0 ? arc : arc.slice(1);
  });
}

function area(points: readonly Point[]): number {
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice / 2);
}

function centre(points: readonly Point[]): Point {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

const geometries = Object.values(topology.objects)[0]!.geometries;
const shapes = geometries.map(({ type, arcs: parts, properties: { prefecture_code: code } }) => {
  const polygons = (type === 'Polygon' ? [parts] : parts) as number[][][];
  const move = code === okinawa.code ? ([okinawa.right, okinawa.down] as const) : ([0, 0] as const);
  const rings = polygons
    .map((polygon) => ring(polygon[0]!).map(([x, y]): Point => [x + move[0], y + move[1]]))
    .sort((one, other) => area(other) - area(one));
  const kept = rings.filter(
    (points, index) =>
      index === 0 || (area(points) >= smallestPart && points.every(([x, y]) => x > 0 && y < 720 && y > 0)),
  );
  const path = kept
    .map((points) => `M${points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z`)
    .join('');
  const [x, y] = centre(kept[0]!);
  return [code, path, Math.round(x), Math.round(y)] as const;
});

const lines = shapes
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([code, path, x, y]) => `  { code: '${code}', x: ${x}, y: ${y}, path: '${path}' },`);
writeFileSync(
  new URL('prefecture-shapes.generated.ts', import.meta.url),
  `/** Made by make-shapes.ts from prefectures.topojson of digital-go-jp/policy-dashboard-assets (CC BY 4.0). */
// 「国土数値情報（行政区域データ）」（国土交通省）を加工して作成

/** Outlines of the prefectures by JIS X 0401 in a drawing of 660 × 690 units, with the middle of the largest part. */
export const prefectureShapes = [
${lines.join('\n')}
] as const;
`,
);
console.log(`${shapes.length} prefectures, ${lines.join('').length} characters`);
