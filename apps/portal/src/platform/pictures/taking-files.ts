import type { Entry } from '../editing/entry.ts';
import type { FormValues } from '../editing/form/form-values.ts';
import type { SignedInUser } from '../identity/user.ts';
import type { Problem } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import { attachPicture } from './attaching.ts';

/**
 * Stores the files that came with a form.
 * @param files  by the path of their field
 * @returns inputs that name the stored files, and the problems of those not taken
 */
export async function takeFiles(
  platform: Pick<Platform, 'connection'>,
  entryId: string,
  files: ReadonlyMap<string, File>,
  user: SignedInUser,
  now: Date,
  isWritable?: (entry: Entry) => boolean,
): Promise<{ formValues: FormValues; problems: Problem[] }> {
  const formValues: Record<string, readonly string[]> = {};
  const problems: Problem[] = [];
  for (const [path, file] of files) {
    const input = `${path}.file`;
    const outcome = await attachPicture(platform, entryId, file, user, now, isWritable);
    if (outcome.ok) formValues[input] = [outcome.value];
    else problems.push(...outcome.problems.map((problem) => ({ ...problem, field: input })));
  }
  return { formValues, problems };
}
