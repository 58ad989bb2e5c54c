import type { Typed } from '../../../../platform/editing/form/typed.ts';
import type { Problem } from '../../../../platform/outcome/outcome.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { CheckboxGroup, RadioGroup, Select } from '../../../../ui/components/choices.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { Textarea } from '../../../../ui/components/textarea.tsx';
import { errorOf } from '../../../../ui/text/problems.ts';
import type { DocumentField, Leaf, Wording } from '../document/document-form.ts';
import { inputLabel } from '../document/walk.ts';
import { editingText } from '../messages.ts';
import type { EditorChoices } from '../views.ts';
import { RecordPicker } from './record-picker.tsx';

interface LeafFieldProps {
  ctx: PageContext;
  field: Omit<DocumentField, 'node'> & { node: Leaf };
  path: string;
  inputs: Typed;
  problems: readonly Problem[];
  choices: EditorChoices;
}

const mostRadios = 4;

/** One field with the inputs that its declaration asks for. */
export function LeafField({ ctx, field, path, inputs, problems, choices }: LeafFieldProps) {
  const { node, label, required, help } = field;
  const { label: words } = editingText(ctx);
  const own = (wording?: Wording, note?: string) => {
    const name = wording ? `${path}.${wording}` : path;
    return {
      ctx,
      name,
      label: inputLabel(label, wording)[ctx.language],
      help: [help?.[ctx.language], note].filter(Boolean).join(' ') || undefined,
      need: required && (!wording || wording === 'ja') ? ('required' as const) : ('optional' as const),
      error: errorOf(problems, name, ctx),
      longest: longestOf(node, wording),
    };
  };
  const values = [...(inputs[path] ?? [])];
  const value = values[0] ?? '';
  switch (node.sort) {
    case 'text':
      return (
        <>
          {node.wordings.map((wording) => {
            const typed = inputs[`${path}.${wording}`]?.[0] ?? '';
            if (!node.long) return <InputText {...own(wording)} value={typed} autocomplete="off" />;
            const note = node.markdown ? words.editor.markdown : undefined;
            return <Textarea {...own(wording, note)} value={typed} rows={node.markdown ? 8 : 2} />;
          })}
        </>
      );
    case 'records':
      return <RecordPicker ctx={ctx} path={path} label={own().label} chosen={values} choices={choices} />;
    case 'values':
      return <CheckboxGroup {...own()} options={choices.options(node.vocabulary, values)} values={values} />;
    case 'choice': {
      const options = node.values.map((each) => ({ value: each, label: wordFor(words.values, each) }));
      if (options.length <= mostRadios) return <RadioGroup {...own()} options={options} value={value} />;
      return (
        <Select {...own()} options={[{ value: '', label: words.editor.choose }, ...options]} value={value} />
      );
    }
    case 'yes':
      return (
        <CheckboxGroup
          {...own()}
          options={[{ value: 'true', label: words.editor.yes }]}
          values={value === 'true' ? ['true'] : []}
        />
      );
    case 'lines':
      return <Textarea {...own(undefined, words.editor.lines)} value={value} rows={4} />;
    case 'pairs':
      return <Textarea {...own(undefined, words.editor.pairs)} value={value} rows={16} />;
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

function longestOf(leaf: Leaf, wording?: Wording): number | undefined {
  if (leaf.sort === 'text') return wording && leaf.longest[wording];
  return leaf.sort === 'line' || leaf.sort === 'address' ? leaf.longest : undefined;
}

function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}
