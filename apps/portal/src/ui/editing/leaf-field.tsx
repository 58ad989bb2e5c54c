import type { Child } from 'hono/jsx';
import { type FormField, type Leaf, longestOf, type Wording } from '../../platform/editing/form/form.ts';
import type { FormValues } from '../../platform/editing/form/form-values.ts';
import { idsIn } from '../../platform/editing/form/inputs.ts';
import { inputLabel } from '../../platform/editing/form/walk.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { CheckboxGroup, RadioGroup, Select } from '../components/choices.tsx';
import { InputText } from '../components/input-text.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorOf } from '../text/problems.ts';
import { DaysField } from './days-field.tsx';
import { editingWords } from './messages.ts';
import { PictureField, type PictureUploads } from './picture-field.tsx';

type Choice = Extract<Leaf, { type: 'choice' }>;

interface LeafFieldProps {
  ctx: PageContext;
  field: Pick<FormField, 'label' | 'help' | 'required'> & { node: Leaf };
  /** Path in the form, from which the input names are derived. */
  path: string;
  formValues: FormValues;
  problems: readonly Problem[];
  /** For a text: the wordings to show; absent: all. */
  wordings?: readonly Wording[];
  /** Choices with labels for the reader, including selected ones that were retired. */
  options(choice: Choice, chosen: readonly string[]): readonly { value: string; label: string }[];
  /** Id of a further description, such as a reviewer's comment. */
  described?: string | undefined;
  /** Where pictures are kept; absent: a picture is not shown, only its text. */
  pictures?: PictureUploads | undefined;
  /** Renders a picker for records. */
  picker?(path: string, label: string, chosen: readonly string[]): Child;
}

/** Up to this many options are shown as radio buttons, more as a select list. */
const maxRadios = 7;

/** One form field with its inputs. */
export function LeafField({
  ctx,
  field,
  path,
  formValues,
  problems,
  wordings,
  options,
  described,
  picker,
  pictures,
}: LeafFieldProps) {
  const { node, label, required, help } = field;
  const { field: words } = editingWords(ctx).label;
  const own = (wording?: Wording, note?: string) => {
    const name = wording ? `${path}.${wording}` : path;
    return {
      ctx,
      name,
      label: inputLabel(label, wording)[ctx.language],
      help: [help?.[ctx.language], note].filter(Boolean).join(' ') || undefined,
      // Japanese is required; the other wordings are optional.
      need: required && (!wording || wording === 'ja') ? ('required' as const) : ('optional' as const),
      error: errorOf(problems, name, ctx),
      described,
      longest: longestOf(node, wording),
    };
  };
  const values = [...(formValues[path] ?? [])];
  const value = values[0] ?? '';
  switch (node.type) {
    case 'text':
      return (
        <>
          {(wordings ?? node.wordings).map((wording) => {
            if (!node.wordings.includes(wording)) return null;
            const words = formValues[`${path}.${wording}`]?.[0] ?? '';
            if (!node.long && !node.markdown)
              return <InputText {...own(wording)} value={words} autocomplete="off" />;
            const note = node.markdown ? editingWords(ctx).label.field.markdownHelp : undefined;
            return <Textarea {...own(wording, note)} value={words} rows={node.markdown ? 10 : 3} />;
          })}
        </>
      );
    case 'records':
      // Without a picker, submit the picked records as hidden inputs.
      return (
        <>
          {picker?.(path, own().label, idsIn(values)) ??
            values.map((id) => <input type="hidden" name={path} value={id} />)}
        </>
      );
    case 'picture':
      return (
        <PictureField
          ctx={ctx}
          field={field}
          longest={node.longest}
          path={path}
          formValues={formValues}
          problems={problems}
          pictures={pictures}
          described={described}
        />
      );
    case 'choice': {
      const offered = [...options(node, values)];
      if (node.many) return <CheckboxGroup {...own()} options={offered} values={values} />;
      if (offered.length <= maxRadios) return <RadioGroup {...own()} options={offered} value={value} />;
      return <Select {...own()} options={[{ value: '', label: words.choose }, ...offered]} value={value} />;
    }
    case 'flag': {
      const yes = { value: 'yes', label: words.yes };
      if (!required)
        return <CheckboxGroup {...own()} options={[yes]} values={value === 'yes' ? ['yes'] : []} />;
      return <RadioGroup {...own()} options={[yes, { value: 'no', label: words.no }]} value={value} />;
    }
    case 'lines':
      return <Textarea {...own(undefined, words.linesHelp)} value={value} rows={4} />;
    case 'pairs':
      return <Textarea {...own(undefined, words.pairsHelp)} value={value} rows={16} />;
    case 'days':
      return <DaysField {...own()} values={values} />;
    case 'day':
      return <InputText {...own()} type="date" value={value} width="short" autocomplete="off" />;
    case 'moment':
      return <InputText {...own()} type="datetime-local" value={value} width="short" />;
    case 'number':
      return <InputText {...own()} value={value} width="short" autocomplete="off" />;
    case 'address':
      return <InputText {...own()} type="url" value={value} autocomplete="off" />;
    case 'line':
      return <InputText {...own()} value={value} autocomplete="off" />;
  }
}
