/** What pages of other capabilities take of the gap map; it reaches no query. */
export {
  domains as demandDomains,
  industries,
  roleWords,
  sizes,
} from '../gap-map/demand/dimensions.ts';
export { fewestOfRelease } from '../gap-map/demand/releases.ts';
export { gapMapPaths } from '../gap-map/paths.ts';
export { skillWords } from '../skills.ts';
