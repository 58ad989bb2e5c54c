import { dayInTokyo, writeDayInEra, writeMoment } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { callText } from '../messages.ts';
import type { PublicCallRow } from '../views.ts';

/** Period of a call, in both calendars. */
export function Period({ ctx, call }: { ctx: PageContext; call: PublicCallRow }) {
  const { call: words } = callText(ctx).text;
  return (
    <p>
      <Moment ctx={ctx} moment={call.opensAt} />
      {words.from}
      <br />
      <Moment ctx={ctx} moment={call.closesAt} />
      {words.until}
    </p>
  );
}

function Moment({ ctx, moment }: { ctx: PageContext; moment: Date }) {
  const era = ctx.language === 'ja' ? `（${writeDayInEra(dayInTokyo(moment))}）` : '';
  return (
    <time datetime={moment.toISOString()}>
      {writeMoment(moment, ctx.language)}
      {era}
    </time>
  );
}
