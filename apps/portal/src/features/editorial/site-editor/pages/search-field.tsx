import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { InputText } from '../../../../ui/components/input-text.tsx';
import { editingText } from '../messages.ts';

interface SearchFieldProps {
  ctx: PageContext;
  action: string;
  part: string;
  value: string;
}

/** Search within a long outline. */
export function SearchField({ ctx, action, part, value }: SearchFieldProps) {
  const { text, label } = editingText(ctx);
  return (
    <search>
      <form method="get" action={action} class="outline-add">
        <input type="hidden" name="part" value={part} />
        <InputText
          ctx={ctx}
          name="find"
          label={label.editor.find}
          value={value}
          maxlength={100}
          autocomplete="off"
        />
        <Button type="outline" size="sm">
          {text.editor.findSubmit}
        </Button>
      </form>
    </search>
  );
}
