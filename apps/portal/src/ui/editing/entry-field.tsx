import { inputsOf, longestOf } from '../../platform/editing/form/entry-form.ts';
import { inputLabel } from '../../platform/editing/form/reading.ts';
import { oneValue, type Typed } from '../../platform/editing/form/typed.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { CheckboxGroup, RadioGroup, Select } from '../components/choices.tsx';
import { InputText } from '../components/input-text.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorOf } from '../text/problems.ts';
import { editingWords } from './messages.ts';
import type { OfferedField } from './offered-field.ts';

interface EntryFieldProps {
  ctx: PageContext;
  offered: OfferedField;
  typed: Typed;
  problems: readonly Problem[];
}

/** Choices all in sight up to this many; more of which one is chosen fold into a list. */
const mostRadios = 7;

/** One field of an entry with the inputs that its declaration asks for. */
export function EntryField({ ctx, offered, typed, problems }: EntryFieldProps) {
  const { field, options } = offered;
  const { control, required } = field;
  const { label: words } = editingWords(ctx);
  const note = { lines: words.field.linesHelp, markdown: words.field.markdownHelp };
  const own = (input: string, extra?: string) => ({
    ctx,
    name: input,
    label: inputLabel(field, input)[ctx.language],
    help: [field.help?.[ctx.language], extra].filter(Boolean).join(' ') || undefined,
    need: need(required, input, field.name),
    error: errorOf(problems, input, ctx),
    longest: longestOf(field, input),
  });
  if (control.sort === 'text')
    return (
      <>
        {inputsOf(field).map((input) => {
          const value = oneValue(typed, input);
          if (!control.long) return <InputText {...own(input)} value={value} autocomplete="off" />;
          const rows = control.markdown ? 10 : 3;
          return (
            <Textarea
              {...own(input, control.markdown ? note.markdown : undefined)}
              value={value}
              rows={rows}
            />
          );
        })}
      </>
    );
  const values = [...(typed[field.name] ?? [])];
  if (control.sort === 'choice' && control.many)
    return <CheckboxGroup {...own(field.name)} options={[...options]} values={values} />;
  if (control.sort === 'choice' && options.length <= mostRadios)
    return <RadioGroup {...own(field.name)} options={[...options]} value={values[0] ?? ''} />;
  if (control.sort === 'choice')
    return (
      <Select
        {...own(field.name)}
        options={[{ value: '', label: words.field.choose }, ...options]}
        value={values[0] ?? ''}
      />
    );
  if (control.sort === 'lines')
    return <Textarea {...own(field.name, note.lines)} value={values[0] ?? ''} rows={4} />;
  if (control.sort === 'flag')
    return <RadioGroup {...own(field.name)} options={[...options]} value={values[0] ?? ''} />;
  const type = control.sort === 'address' ? 'url' : control.sort === 'day' ? 'date' : 'text';
  return <InputText {...own(field.name)} type={type} value={values[0] ?? ''} autocomplete="off" />;
}

/** Japanese is asked for; the other wordings are a gift. */
function need(required: boolean, input: string, field: string): 'required' | 'optional' {
  return required && (input === field || input === `${field}.ja`) ? 'required' : 'optional';
}
