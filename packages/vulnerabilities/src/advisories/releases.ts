/** Code names of distribution releases, with the number advisories use. */
const CODE_NAMES = new Map([
  ['wheezy', '7'],
  ['jessie', '8'],
  ['stretch', '9'],
  ['buster', '10'],
  ['bullseye', '11'],
  ['bookworm', '12'],
  ['trixie', '13'],
  ['forky', '14'],
  ['trusty', '14.04'],
  ['xenial', '16.04'],
  ['bionic', '18.04'],
  ['focal', '20.04'],
  ['jammy', '22.04'],
  ['noble', '24.04'],
  ['plucky', '25.04'],
  ['questing', '25.10'],
]);

/**
 * The release of a distribution as one token, from what OSV appends to an ecosystem (`11`, `22.04:LTS`,
 * `v3.18`, `Linux Enterprise Server 15 SP4`) or a package URL's `distro` (`debian-11.6`, `jammy`).
 * @param depth how many numbers tell releases apart
 */
export function releaseToken(text: string, depth: number): string {
  const lower = text.toLowerCase();
  const word = [...CODE_NAMES.keys()].find((name) => lower.includes(name));
  if (word !== undefined) return CODE_NAMES.get(word) ?? word;
  const numbers = /\d+(?:(?:\.|\s*-?sp)\d+)*/.exec(lower)?.[0].split(/\.|\s*-?sp/);
  return numbers ? numbers.slice(0, depth).join('.') : (lower.split(/[-:\s]/).at(-1) ?? lower);
}
