import type { PageContext } from '../../../../platform/web/page-context.ts';
import { type IconName, icon } from '../../../../ui/components/icon.ts';
import { writeCount } from '../../../../ui/text/count.ts';
import { words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import type { HomeView } from '../views.ts';

type Axis = HomeView['doors'][number];

const axisIcons: Record<Axis['name'], IconName> = {
  purpose: 'target',
  age: 'people',
  affiliation: 'building',
};

/** The three axes, with every value and how many records are behind it. */
export function AxisLinks({ ctx, doors }: { ctx: PageContext; doors: Axis[] }) {
  const { text } = catalogueText(ctx);
  return (
    <div class="doors">
      {doors.map(({ name, values }) => (
        <section class="door" aria-labelledby={`door-${name}`}>
          <h3 id={`door-${name}`}>
            {icon[axisIcons[name]]}
            <span>{text.home.axisHeading[name]}</span>
          </h3>
          <p>{text.home.doorQuestion[name]}</p>
          <ul>
            {values.map((value) => (
              <li>
                <a class="chip-label" href={value.href}>
                  <span>{words(value.label, ctx)}</span>{' '}
                  <span class="chip-label-count">{writeCount(value.count)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
