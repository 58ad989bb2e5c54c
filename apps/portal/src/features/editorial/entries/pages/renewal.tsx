import { writeDay } from '../../../../platform/i18n/dates.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { EditorialPage } from '../../../../ui/editing/editorial-page.tsx';
import { entryText } from '../messages.ts';
import { entryPaths } from '../paths.ts';

export type RenewalView =
  /** `page`: path of the public page, without language prefix; absent while not public. */
  | { stage: 'asked'; title: string; until: string; page?: string | undefined }
  | { stage: 'done'; until: string }
  | { stage: 'over' };

/** Page of a reminder's link. */
export function RenewalPage({ ctx, view }: { ctx: PageContext; view: RenewalView }) {
  const { text, label } = entryText(ctx);
  const { renew } = text;
  if (view.stage === 'over')
    return (
      <EditorialPage ctx={ctx} title={label.renew.over} width="narrow">
        <p>{renew.overBody}</p>
        <p class="more">
          <ButtonLink href={ctx.href(entryPaths.list)}>{text.desk.title}</ButtonLink>
        </p>
      </EditorialPage>
    );
  return (
    <EditorialPage ctx={ctx} title={label.renew.title} width="narrow">
      {view.stage === 'done' ? (
        <p role="status">{renew.done}</p>
      ) : (
        <>
          <p>{renew.lead(view.title)}</p>
          {view.page && (
            <p>
              <a href={ctx.href(view.page)}>{renew.read}</a>
            </p>
          )}
          <p>{renew.explain}</p>
        </>
      )}
      <dl class="facts">
        <div>
          <dt>{view.stage === 'done' ? renew.until : text.entry.until}</dt>
          <dd>{writeDay(view.until, ctx.language)}</dd>
        </div>
      </dl>
      {view.stage === 'asked' && (
        <form method="post">
          <Button size="lg">{renew.confirm}</Button>
        </form>
      )}
    </EditorialPage>
  );
}
