import type { PurlPart } from './purl-error.ts';

type Requirement = 'required' | 'optional' | 'prohibited';
type Fold = 'lower' | 'upper';

/** The components of a package URL after decoding; null where one is absent, as in the specification's suite. */
export interface Purl {
  type: string;
  namespace: string | null;
  name: string;
  version: string | null;
  qualifiers: Record<string, string> | null;
  subpath: string | null;
}

/** What one package type demands beyond the rules that hold for all. */
export interface PurlType {
  namespace: Requirement;
  /** Letter case of the canonical form, where the type ignores case. */
  fold?: Partial<Record<'namespace' | 'name' | 'version' | 'subpath', Fold>>;
  /** Further normalisation of the name, after folding. */
  normaliseName?: (name: string, purl: Purl) => string;
  normaliseQualifiers?: (qualifiers: Record<string, string>) => Record<string, string>;
  requiredQualifiers?: readonly string[];
  /** Allowed texts of a decoded component. */
  pattern?: Partial<Record<Extract<PurlPart, 'namespace' | 'name' | 'version'>, RegExp>>;
  /** A slash before the version leaves the name empty, and does not make the last segment the name. */
  slashEndsNamespace?: true;
  /** The namespace is the first segment only; the name keeps its slashes, unencoded. */
  nameIsPath?: true;
}

const lowerNames = { namespace: 'lower', name: 'lower' } as const;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function lowerOnDatabricks(name: string, { qualifiers }: Purl): string {
  return qualifiers?.repository_url?.includes('databricks') ? name.toLowerCase() : name;
}

function lowerOnGithub(name: string, { namespace }: Purl): string {
  return namespace === 'github' || namespace === 'github.com' ? name.toLowerCase() : name;
}

function lowerGuidTag(qualifiers: Record<string, string>): Record<string, string> {
  const tag = qualifiers.tag_id;
  return tag !== undefined && guid.test(tag) ? { ...qualifiers, tag_id: tag.toLowerCase() } : qualifiers;
}

/**
 * The registered package types and their rules, from the type definitions of
 * https://github.com/package-url/purl-spec. Reading and building know no type but through this table.
 */
export const PURL_TYPES: ReadonlyMap<string, PurlType> = new Map<string, PurlType>([
  ['alpm', { namespace: 'required', fold: lowerNames }],
  ['apk', { namespace: 'required', fold: lowerNames }],
  ['bazel', { namespace: 'prohibited' }],
  ['bitbucket', { namespace: 'required', fold: lowerNames }],
  ['bitnami', { namespace: 'prohibited', fold: { name: 'lower' } }],
  ['brew', { namespace: 'optional', fold: lowerNames }],
  ['cargo', { namespace: 'prohibited' }],
  [
    'chrome-extension',
    {
      namespace: 'prohibited',
      fold: { name: 'lower' },
      pattern: { name: /^[a-p]{32}$/, version: /^\d+(\.\d+){0,3}$/ },
    },
  ],
  ['cocoapods', { namespace: 'prohibited', pattern: { name: /^[^.\s+][^\s+]*$/ } }],
  ['composer', { namespace: 'required', fold: lowerNames }],
  ['conan', { namespace: 'optional' }],
  ['conda', { namespace: 'prohibited' }],
  ['cpan', { namespace: 'optional', fold: { namespace: 'upper' }, pattern: { name: /^(?:[^:]|:(?!:))*$/ } }],
  ['cran', { namespace: 'prohibited' }],
  ['deb', { namespace: 'required', fold: lowerNames }],
  ['docker', { namespace: 'optional' }],
  ['gem', { namespace: 'prohibited' }],
  ['generic', { namespace: 'optional' }],
  ['git', { namespace: 'required', nameIsPath: true, normaliseName: lowerOnGithub }],
  ['github', { namespace: 'required', fold: lowerNames }],
  ['golang', { namespace: 'required', fold: lowerNames }],
  ['hackage', { namespace: 'prohibited', normaliseName: (name) => name.replaceAll('_', '-') }],
  ['hex', { namespace: 'optional', fold: lowerNames }],
  ['huggingface', { namespace: 'required', fold: { version: 'lower' } }],
  ['julia', { namespace: 'prohibited', requiredQualifiers: ['uuid'] }],
  ['luarocks', { namespace: 'optional', fold: lowerNames }],
  ['maven', { namespace: 'required' }],
  ['mlflow', { namespace: 'prohibited', normaliseName: lowerOnDatabricks }],
  ['npm', { namespace: 'optional', fold: lowerNames }],
  ['nuget', { namespace: 'prohibited' }],
  ['oci', { namespace: 'prohibited', fold: { name: 'lower', version: 'lower' } }],
  ['opam', { namespace: 'prohibited' }],
  ['otp', { namespace: 'prohibited', fold: { name: 'lower', subpath: 'lower' } }],
  [
    'pub',
    {
      namespace: 'prohibited',
      fold: { name: 'lower' },
      normaliseName: (name) => name.replace(/[^a-z0-9_]/g, '_'),
    },
  ],
  [
    'pypi',
    {
      namespace: 'prohibited',
      fold: { name: 'lower', version: 'lower' },
      normaliseName: (name) => name.replace(/[-_.]+/g, '-'),
    },
  ],
  ['qpkg', { namespace: 'required', fold: { namespace: 'lower' } }],
  ['rpm', { namespace: 'required', fold: { namespace: 'lower' } }],
  [
    'swid',
    {
      namespace: 'optional',
      requiredQualifiers: ['tag_id'],
      pattern: { namespace: /^[^/]+(?:\/[^/]+)?$/ },
      normaliseQualifiers: lowerGuidTag,
    },
  ],
  ['swift', { namespace: 'required', slashEndsNamespace: true }],
  ['vcpkg', { namespace: 'prohibited' }],
  ['vscode-extension', { namespace: 'required', fold: { ...lowerNames, version: 'lower' } }],
  ['yocto', { namespace: 'optional', fold: { namespace: 'lower' } }],
]);
