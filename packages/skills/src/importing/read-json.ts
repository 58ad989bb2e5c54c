import type { Framework } from '../framework.ts';
import type { JsonValue } from './json-values.ts';
import type { Problems } from './problems.ts';
import { readCprt } from './read-cprt.ts';
import { readDcwf } from './read-dcwf.ts';
import { readEcsf } from './read-ecsf.ts';
import { readGddat } from './read-gddat.ts';
import { readNice } from './read-nice.ts';
import { readOwn } from './read-own.ts';

/** Reads a JSON file of any known framework, told by what it has; undefined where it is none. */
export function readFrameworkJson(file: JsonValue, problems: Problems): Framework | undefined {
  const has = (...names: string[]) => names.every((name) => !file.at(name).isAbsent);
  if (has('response')) return readCprt(file, problems);
  if (has('work_role', 'tks', 'relationship')) return readEcsf(file, problems);
  if (has('id', 'version', 'items', 'roles')) return readOwn(file, problems);
  if (has('skills', 'roles')) return readGddat(file, problems);
  if (!has('statements', 'roles')) return undefined;
  const [first] = file.at('roles').list();
  return first !== undefined && !first.at('code').isAbsent
    ? readDcwf(file, problems)
    : readNice(file, problems);
}
