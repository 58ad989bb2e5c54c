import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup } from '../../../../ui/components/choices.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { DespiteField } from '../../links/pages/index.ts';
import { editingText } from '../messages.ts';
import { editingPaths } from '../paths.ts';
import type { ItemView } from '../views.ts';

interface FormProps {
  ctx: PageContext;
  view: ItemView;
}

/** Form to send the draft for approval or publish it. */
export function SendForm({ ctx, view }: FormProps) {
  const { text, label } = editingText(ctx);
  const { id, problems, may, formValues } = view;
  if (!may.send) return null;
  return (
    <section aria-labelledby="sending">
      <h2 id="sending">{text.sending.title}</h2>
      {view.unready.length > 0 ? (
        <>
          <p>{text.sending.notReady}</p>
          <ul>
            {view.unready.map(({ problem, part }) => (
              <li>
                <a href={`${ctx.href(editingPaths.edit(id))}?part=${encodeURIComponent(part)}&check=1`}>
                  {problem.message[ctx.language]}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <form method="post" action={ctx.href(editingPaths.send(id))} novalidate>
          <RadioGroup
            ctx={ctx}
            name="way"
            label={label.sending.way}
            options={may.ways.map((way) => ({ value: way, label: label.sending.ways[way] }))}
            value={formValues.way || (may.ways[0] ?? '')}
            error={errorOf(problems, 'way', ctx)}
          />
          <InputText
            ctx={ctx}
            name="reason"
            label={label.sending.reason}
            help={label.sending.reasonHelp}
            need="required"
            maxlength={500}
            value={formValues.reason}
            autocomplete="off"
            error={errorOf(problems, 'reason', ctx)}
          />
          <DespiteField ctx={ctx} value={formValues.despite} problems={problems} blocked={false} />
          <div class="form-actions">
            <Button>{text.sending.submit}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** Decision form, for a user other than the sender. */
export function DecisionForm({ ctx, view }: FormProps) {
  const { text, label } = editingText(ctx);
  const { id, problems, may, formValues } = view;
  if (may.decide === 'no') return null;
  const { acts } = text.decision;
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{text.decision.title}</h2>
      {may.decide === 'own' ? (
        <p>{text.decision.own}</p>
      ) : (
        <form method="post" action={ctx.href(editingPaths.decide(id))} novalidate>
          <p>{text.decision.lead}</p>
          <Textarea
            ctx={ctx}
            name="reason"
            label={label.decision.reason}
            help={label.decision.reasonHelp}
            rows={3}
            maxlength={2_000}
            value={formValues.reason}
            error={errorOf(problems, 'reason', ctx)}
          />
          {may.schedule && (
            <>
              <InputText
                ctx={ctx}
                name="at"
                type="datetime-local"
                label={label.decision.at}
                help={label.decision.atHelp}
                width="short"
                value={formValues.at}
                error={errorOf(problems, 'at', ctx)}
              />
              {may.end && (
                <InputText
                  ctx={ctx}
                  name="until"
                  type="datetime-local"
                  label={label.decision.until}
                  help={label.decision.untilHelp}
                  width="short"
                  value={formValues.until}
                  error={errorOf(problems, 'until', ctx)}
                />
              )}
            </>
          )}
          <DespiteField ctx={ctx} value={formValues.despite} problems={problems} blocked={view.blocked} />
          <div class="administration-actions">
            <Button name="action" value="approve">
              {acts.approve}
            </Button>
            {may.schedule && (
              <Button name="action" value="schedule" type="outline">
                {acts.schedule}
              </Button>
            )}
            <Button name="action" value="request-changes" type="outline">
              {acts['request-changes']}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

export function WithdrawForm({ ctx, view }: FormProps) {
  const { text, label } = editingText(ctx);
  if (!view.may.withdraw) return null;
  return (
    <section>
      <Disclosure summary={text.withdrawal.title}>
        <p>{text.withdrawal.lead}</p>
        <form method="post" action={ctx.href(editingPaths.withdraw(view.id))} novalidate>
          <InputText
            ctx={ctx}
            name="withdrawal"
            label={label.withdrawal.reason}
            need="required"
            maxlength={500}
            autocomplete="off"
            error={errorOf(view.problems, 'withdrawal', ctx)}
          />
          <div class="form-actions">
            <Button type="outline">{text.withdrawal.title}</Button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}
