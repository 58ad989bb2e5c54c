import type { Reading } from '../../../../../platform/i18n/language.ts';
import { localPath } from '../../../../../platform/i18n/site-url.ts';
import { arrangeNavigation, type PageContext } from '../../../../../platform/web/page-context.ts';
import { catalogueNavigation } from '../../navigation.ts';

/** A request for `path` as the pages see it. */
export function sampleContext(path: string, wishes: Partial<Reading> = {}, queryString = ''): PageContext {
  const { language = 'ja', easy = false, furigana = false } = wishes;
  return {
    language,
    easy,
    furigana,
    path,
    queryString,
    baseUrl: 'https://kakehashi.example',
    nonce: 'sample-nonce',
    assets: {
      styles: '/assets/main.css',
      fonts: '/assets/fonts.css',
      script: '/assets/main.js',
      capabilityStyles: { benefits: '/benefits.css', catalogue: '/catalogue.css' },
    },
    today: '2026-11-23',
    navigation: arrangeNavigation(catalogueNavigation),
    menu: [],
    href: (target) => localPath(target, language),
  };
}
