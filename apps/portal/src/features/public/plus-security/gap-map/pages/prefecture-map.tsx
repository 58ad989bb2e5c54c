import type { PageContext } from '../../../../../platform/web/page-context.ts';
import { gapMapText } from '../messages.ts';
import type { GapMapView } from '../presenting/gap-map-view.ts';
import { prefectureShapes } from '../shapes/prefecture-shapes.generated.ts';
import { Hatching, signed } from './heat-map.tsx';

/** The map of Japan, each prefecture coloured by its number. */
export function PrefectureMap({ ctx, view }: { ctx: PageContext; view: GapMapView }) {
  const { label } = gapMapText(ctx);
  const byCode = new Map(view.prefectures.map((prefecture) => [prefecture.code, prefecture]));
  return (
    <svg
      class="gap-japan"
      role="img"
      aria-label={label.map.caption(label.measures[view.chosen.measure])}
      viewBox="0 0 660 700"
    >
      <Hatching id="map-hatch" />
      <path class="gap-inset" d="M60 330L230 330L310 250L310 200" />
      {prefectureShapes.map(({ code, path }) => {
        const prefecture = byCode.get(code);
        const value = prefecture?.cell.value ?? null;
        return (
          <g>
            <title>{`${prefecture?.label ?? code}: ${value === null ? label.hidden : signed(value)}`}</title>
            <path class="gap-cell" data-level={prefecture?.cell.level ?? 'hidden'} d={path} />
            {value === null && <path d={path} fill="url(#map-hatch)" />}
          </g>
        );
      })}
    </svg>
  );
}
