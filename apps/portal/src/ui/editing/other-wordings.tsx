import type { FormField, Wording } from '../../platform/editing/form/form.ts';
import { isTextField, type TextField } from '../../platform/editing/form/form.ts';
import type { FormValues } from '../../platform/editing/form/form-values.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { LeafField } from './leaf-field.tsx';
import { editingWords } from './messages.ts';

interface OtherWordingsProps {
  ctx: PageContext;
  fields: readonly FormField[];
  /** Prefix of the input names. */
  prefix?: string;
  formValues: FormValues;
  problems: readonly Problem[];
}

const others = ['en', 'easy'] as const satisfies readonly Wording[];

/**
 * The optional wordings of texts besides Japanese, collapsed one by one; those with content or errors are
 * expanded.
 */
export function OtherWordings({ ctx, fields, prefix = '', formValues, problems }: OtherWordingsProps) {
  const { text } = editingWords(ctx);
  const texts = fields.filter(isTextField);
  return (
    <>
      {others.map((wording) => {
        const own = texts.filter(({ node }) => node.wordings.includes(wording));
        if (own.length === 0) return null;
        return (
          <Disclosure
            summary={text.wordings[wording]}
            open={own.some(isInUse(wording, prefix, formValues, problems))}
          >
            {own.map((field) => (
              <LeafField
                ctx={ctx}
                field={field}
                path={prefix + field.name}
                formValues={formValues}
                problems={problems}
                wordings={[wording]}
                options={() => []}
              />
            ))}
          </Disclosure>
        );
      })}
    </>
  );
}

function isInUse(wording: Wording, prefix: string, formValues: FormValues, problems: readonly Problem[]) {
  return ({ name }: TextField) => {
    const input = `${prefix}${name}.${wording}`;
    return (formValues[input]?.[0] ?? '') !== '' || problems.some(({ field }) => field === input);
  };
}
