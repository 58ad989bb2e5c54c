import { type Component, UNSEARCHABLE } from '@kakehashi/vulnerabilities';
import { fitted, printable } from '../../../../platform/command-line/text-width.ts';
import type { Coverage, ScanResult } from '../scan.ts';
import { componentName } from './component-name.ts';

const longestExample = 70;

/** How many components were searched, and of the rest, how many were not for which reason, with an example. */
export function coverageLines({ coverage, sbom }: ScanResult, language: 'ja' | 'en'): string[] {
  const { subject } = sbom;
  const isUnlisted = coverage.components === 0 && subject !== undefined;
  const hint = {
    ja: `  対象の製品「${subject?.name}」は --include-subject で調べられます`,
    en: `  --include-subject searches the product itself, ${subject?.name}`,
  }[language];
  return [
    coverageSentence(coverage, language),
    ...reasonLines(coverage, language).map((text) => `  ${text}`),
    ...(isUnlisted ? [printable(hint)] : []),
  ];
}

export function coverageSentence({ components, searched }: Coverage, language: 'ja' | 'en'): string {
  if (components === 0) {
    return {
      ja: '部品表に部品がなく、何も調べていません。',
      en: '0 of 0 components searched: the bill lists none.',
    }[language];
  }
  return {
    ja: `部品 ${components} 点のうち ${searched} 点を調べました。`,
    en: `${searched} of ${components} components searched.`,
  }[language];
}

/** One line for each reason, the commonest first. */
export function reasonLines({ unsearched, unread }: Coverage, language: 'ja' | 'en'): string[] {
  const groups = [...Map.groupBy(unsearched, ({ reason }) => reason)].map(([reason, list]) => {
    const { component } = list[0] as (typeof list)[number];
    const example = printable(exampleOf(component));
    return { count: list.length, text: UNSEARCHABLE[reason][language], example };
  });
  const lines = groups
    .sort((a, b) => b.count - a.count)
    .map(({ count, text, example }) =>
      language === 'ja'
        ? `調べていない ${count} 点: ${text}（例: ${example}）`
        : `${count} not searched: ${text} (such as ${example})`,
    );
  if (unread === 0) return lines;
  const text = {
    ja: `調べていない ${unread} 点: 部品として読み取れない`,
    en: `${unread} not searched: not readable as components`,
  }[language];
  return [...lines, text];
}

/**
 * The package URL without its qualifiers, which says what the component is, with the version where that stands apart;
 * or a name where that is long.
 */
function exampleOf(component: Component): string {
  const plain = component.purl?.replace(/[?#].*$/s, '');
  const version = plain?.includes('@') ? undefined : component.version;
  const example = [plain, version].filter(Boolean).join(' ');
  if (plain !== undefined && example.length <= longestExample) return example;
  return fitted([componentName(component), component.version].filter(Boolean).join(' '), longestExample);
}
