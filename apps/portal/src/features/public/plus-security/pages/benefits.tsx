import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { plusSecurityText } from '../messages.ts';
import type { ProgrammeView } from '../views.ts';

const yen = new Intl.NumberFormat('ja-JP');

/** What the training benefits pay that the programme is designated for. */
export function Benefits({ ctx, view }: { ctx: PageContext; view: ProgrammeView }) {
  const { text } = plusSecurityText(ctx);
  if (view.benefits.length === 0) return null;
  return (
    <section class="programme-benefit" aria-labelledby="benefit">
      <h2 id="benefit">{text.benefit.heading}</h2>
      {view.benefits.map(({ kind, number, paid, startsOn, href }) => (
        <div>
          <p>
            {text.benefit.designated(text.benefit.kinds[kind], number)}{' '}
            <strong>
              {paid === null
                ? text.benefit.nothing
                : text.benefit.pays(yen.format(paid), writeDay(startsOn, ctx.language))}
            </strong>{' '}
            {text.benefit.condition}
          </p>
          {href && (
            <ButtonLink type="outline" href={href}>
              {text.benefit.see}
            </ButtonLink>
          )}
        </div>
      ))}
    </section>
  );
}
