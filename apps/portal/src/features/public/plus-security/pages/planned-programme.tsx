import type { PageContext } from '../../../../platform/web/page-context.ts';
import { words } from '../../../../ui/text/words.ts';
import { adviceText } from '../advice-messages.ts';
import type { PlannedView } from '../presenting/planned-view.ts';
import { hours, yen } from './amounts.ts';

/** Programmes of a plan, each with when, where, what it costs and what it adds. */
export function PlannedProgrammes({
  ctx,
  programmes,
  headingLevel,
}: {
  ctx: PageContext;
  programmes: readonly PlannedView[];
  headingLevel: 3 | 4;
}) {
  return (
    <ul class="plan-programmes">
      {programmes.map((planned) => (
        <li>
          <PlannedProgramme ctx={ctx} planned={planned} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}

function PlannedProgramme({
  ctx,
  planned,
  headingLevel,
}: {
  ctx: PageContext;
  planned: PlannedView;
  headingLevel: 3 | 4;
}) {
  const { text } = adviceText(ctx);
  const Heading = `h${headingLevel}` as const;
  const { benefit } = planned;
  return (
    <article class="plan-programme">
      <Heading>
        <a href={planned.href}>{words(planned.title, ctx)}</a>
      </Heading>
      {planned.provider && <p class="plan-provider">{words(planned.provider, ctx)}</p>}
      <ul class="plan-facts">
        <li>{planned.when ?? text.plan.anyTime}</li>
        <li>{placeOf(planned, ctx)}</li>
        <li>{hours(planned.hours, ctx)}</li>
        {planned.applyBy && <li>{text.plan.applyBy(planned.applyBy)}</li>}
      </ul>
      <p class="plan-cost">
        {benefit ? (
          <>
            <strong>{text.plan.costOf(yen(planned.before, ctx), yen(planned.after, ctx))}</strong>
            <span>
              {text.plan.benefit(text.plan.kinds[benefit.kind], yen(benefit.paid, ctx))}{' '}
              {benefit.href && <a href={benefit.href}>{text.plan.benefitHref}</a>}
            </span>
          </>
        ) : (
          <strong>{yen(planned.before, ctx)}</strong>
        )}
      </p>
      {planned.adds.length > 0 && (
        <div class="plan-adds">
          <span class="plan-adds-label">{text.plan.adds}</span>
          <ul>
            {planned.adds.map(({ title, level, href }) => (
              <li>
                <a href={href}>{title}</a> <span class="quiet">{text.plan.level(level)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

/** 東京都, オンライン, or both. */
export function placeOf({ prefecture, online, when }: PlannedView, ctx: PageContext): string {
  const { label } = adviceText(ctx);
  if (when === undefined) return label.plan.ownPlace;
  const places = [...(prefecture ? [prefecture] : []), ...(online ? [label.plan.online] : [])];
  return places.join(ctx.language === 'ja' ? '・' : ' / ');
}
