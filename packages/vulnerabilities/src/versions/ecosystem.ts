/** One ecosystem of https://ossf.github.io/osv-schema/#defined-ecosystems */
export interface Ecosystem {
  /** As OSV spells it, without a release suffix. */
  name: string;
  /** Writes a version of this ecosystem as a sort key (see sort-key.ts). */
  versionKey: (text: string) => string;
  /** Whether that order is Semantic Versioning with further spellings: ranges of that kind go by it too. */
  extendsSemver?: true;
  /** Package-URL types that name packages of this ecosystem. */
  purlTypes: readonly string[];
  /** Present for a distribution of operating-system packages. */
  distribution?: Distribution;
  /** Normalises the spelling of a package name; default: unchanged. */
  foldName?: (name: string) => string;
  /** Separator between the package URL's namespace and name in a package name; default: a slash. */
  separator?: string;
  /** Other spellings people use, lower case. */
  aliases?: readonly string[];
}

/** What sets the packages of an operating system apart from those of a language. */
export interface Distribution {
  /**
   * What package URLs call it: the namespace, the beginning of the `distro` qualifier, and how an operating-system
   * component is named. Lower case.
   */
  names: readonly string[];
  /**
   * The release as one token, from whatever names it: what OSV appends to the ecosystem (`22.04:LTS`,
   * `Linux Enterprise Server 15 SP4`), a `distro` qualifier (`debian-11.6`, `jammy`), a namespace. Empty where the
   * text names none. Absent for a distribution that has no releases: all its packages are one stream.
   */
  release?: (text: string) => string;
  /** Release derived from a package's own version, `el8` or `oe2203sp3`; empty if there is none. */
  releaseOfVersion?: (version: string) => string;
  /**
   * Streams of packages beside the usual one, such as those certified for FIPS, from an ecosystem's suffix or a
   * component's `distro`, name and version; empty for the usual one. Advisories on one say nothing of another.
   */
  stream?: (text: string) => string;
  /** Whether advisories name source packages, installed packages, or either. */
  advisoriesName: 'source' | 'installed' | 'either';
  /**
   * Whether a CPE name, from its vendor on (`redhat:enterprise_linux:8`), stands for the release a text names;
   * undefined where it does not stand for this distribution.
   */
  isPlatform?: (cpe: string, release: string) => boolean | undefined;
}
