import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { RadioGroup } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import { importText } from '../messages.ts';
import { importPaths } from '../paths.ts';
import type { ImportView } from '../views.ts';

/** Choice of rows to import and of their outcome. */
export function Choice({ ctx, view }: { ctx: PageContext; view: ImportView }) {
  const { text, label } = importText(ctx);
  const { upload, formValues, problems } = view;
  if (upload.faulty >= upload.total) return <p>{text.choice.none}</p>;
  const rows = [
    ...(upload.faulty === 0 ? [{ value: 'all', label: label.choice.all }] : []),
    { value: 'valid', label: label.choice.valid },
  ];
  return (
    <section aria-labelledby="choice" class="import-choice">
      <h2 id="choice">{text.choice.heading}</h2>
      <form method="post" action={ctx.href(importPaths.one(upload.id))} novalidate>
        <RadioGroup
          ctx={ctx}
          name="rows"
          label={label.choice.rows}
          options={rows}
          value={formValues.rows}
          error={errorOf(problems, 'rows', ctx)}
        />
        <RadioGroup
          ctx={ctx}
          name="send"
          label={label.choice.send}
          options={[
            { value: 'no', label: label.choice.draft },
            { value: 'yes', label: label.choice.sendNow },
          ]}
          value={formValues.send}
          error={errorOf(problems, 'send', ctx)}
        />
        <InputText
          ctx={ctx}
          name="reason"
          label={label.choice.reason}
          help={label.choice.reasonHelp}
          maxlength={500}
          value={formValues.reason}
          autocomplete="off"
          error={errorOf(problems, 'reason', ctx)}
        />
        <div class="form-actions">
          <Button size="lg">{text.choice.submit}</Button>
        </div>
      </form>
    </section>
  );
}
