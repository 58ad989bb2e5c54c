import type { FormField, Leaf } from '../../platform/editing/form/form.ts';
import { type FormValues, oneValue } from '../../platform/editing/form/form-values.ts';
import { pictureInputs } from '../../platform/editing/form/sent-form.ts';
import { inputLabel, pictureParts } from '../../platform/editing/form/walk.ts';
import type { Problem } from '../../platform/outcome/outcome.ts';
import type { PageContext } from '../../platform/web/page-context.ts';
import { FormControl, fieldAttributes } from '../components/form-control.tsx';
import { InputText } from '../components/input-text.tsx';
import { errorOf } from '../text/problems.ts';
import { editingWords } from './messages.ts';
import { PictureImage } from './picture-image.tsx';

/** Where the pictures of an entry are kept. */
export interface PictureUploads {
  /** Address that takes a file from a script; absent: pictures cannot be changed on this page. */
  upload?: string;
  href(file: string): string;
}

interface PictureFieldProps {
  ctx: PageContext;
  field: Pick<FormField, 'label' | 'help' | 'required'>;
  longest: Extract<Leaf, { type: 'picture' }>['longest'];
  path: string;
  formValues: FormValues;
  problems: readonly Problem[];
  pictures: PictureUploads | undefined;
  described: string | undefined;
}

/**
 * A picture with its text and credit. A chosen file is sent with the form; with the script at once, so that it
 * is seen before anything is saved.
 */
export function PictureField({ ctx, field, path, pictures, ...rest }: PictureFieldProps) {
  const { formValues, problems, longest, described } = rest;
  const { text, label: words } = editingWords(ctx);
  const file = oneValue(formValues, `${path}.file`);
  const { upload, remove } = pictureInputs(path);
  const control = {
    ctx,
    name: `${path}.file`,
    label: file ? words.picture.other : words.picture.choose,
    help: field.help?.[ctx.language],
    error: errorOf(problems, `${path}.file`, ctx),
    need: field.required ? ('required' as const) : ('optional' as const),
    described,
  };
  const part = (name: 'ja' | 'en' | 'credit') => {
    const wording = name === 'credit' ? undefined : name;
    return {
      ctx,
      name: `${path}.${name}`,
      label: inputLabel(name === 'credit' ? pictureParts.credit : pictureParts.alt, wording)[ctx.language],
      value: oneValue(formValues, `${path}.${name}`),
      error: errorOf(problems, `${path}.${name}`, ctx),
      longest: longest[name],
      isQuiet: true,
      autocomplete: 'off' as const,
    };
  };
  return (
    <fieldset class="document-group" id={path} tabindex={-1}>
      <legend>{field.label[ctx.language]}</legend>
      <picture-field
        data-upload={pictures?.upload}
        data-sending={words.picture.sending}
        data-sent={words.picture.sent}
        data-failed={words.picture.failed}
      >
        <input type="hidden" name={`${path}.file`} value={file} />
        <p class="chosen-picture" hidden={file === ''}>
          {file && pictures && (
            <PictureImage file={file} href={pictures.href(file)} alt={oneValue(formValues, `${path}.ja`)} />
          )}
        </p>
        {pictures?.upload && (
          <>
            <FormControl {...control}>
              <input
                class="file-input"
                type="file"
                accept="image/jpeg,image/png,image/webp"
                {...fieldAttributes(control)}
                name={upload}
                required={false}
              />
            </FormControl>
            <p role="status" class="form-control-help" />
            {file && (
              <label class="choice">
                <input class="checkbox" type="checkbox" name={remove} value="yes" />
                <span>{text.picture.remove}</span>
              </label>
            )}
          </>
        )}
      </picture-field>
      <InputText {...part('ja')} help={words.picture.altHelp} />
      <InputText {...part('en')} />
      <InputText {...part('credit')} help={words.picture.creditHelp} />
    </fieldset>
  );
}
