import type { Context } from 'hono';
import type { z } from 'zod';
import type { Label } from '../i18n/localised.ts';
import type { Problem } from '../outcome/outcome.ts';
import type { PortalEnvironment } from './request-variables.ts';

/** Fields as submitted, to be shown again; never passwords or files. */
export type SubmittedFields = Readonly<Record<string, string>>;

export type FormOutcome<Value> =
  | { ok: true; value: Value; formValues: SubmittedFields }
  | { ok: false; problems: Problem[]; formValues: SubmittedFields };

/**
 * Parses a form strictly: a field unknown to the schema rejects the whole form.
 * @param wording  message of each field, used if its value is invalid
 */
export async function readForm<Schema extends z.ZodObject>(
  c: Context<PortalEnvironment>,
  schema: Schema,
  wording: Partial<Record<keyof z.output<Schema> & string, Label>>,
): Promise<FormOutcome<z.output<Schema>>> {
  const fields = await c.req.parseBody();
  const formValues = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' && !/password|code/i.test(name) ? [[name, value]] : [],
    ),
  );
  const parsed = schema.strict().safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data as z.output<Schema>, formValues };
  const problems = new Map<string, Problem>();
  for (const issue of parsed.error.issues) {
    const field = issue.code === 'unrecognized_keys' ? '' : String(issue.path[0] ?? '');
    const message = (wording as Record<string, Label | undefined>)[field];
    problems.set(field, message ? { code: 'invalid-field', field, message } : unexpected);
  }
  return { ok: false, problems: [...problems.values()], formValues };
}

const unexpected: Problem = {
  code: 'unexpected-field',
  message: {
    ja: '送られた内容を受け取れませんでした。ページを開き直してからもう一度送ってください。',
    en: 'What was sent could not be taken. Open the page again, then send it once more.',
  },
};
