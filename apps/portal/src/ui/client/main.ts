import './live-results.ts';
import './passkeys.ts';
import './search-suggest.ts';
import './wide-disclosures.ts';

// Loaded where there is one: a page without it pays for nothing.
if (document.querySelector('benefit-calculator')) void import('./benefit-calculator.ts');
if (document.querySelector('entry-autosave')) void import('./entry-autosave.ts');
if (document.querySelector('import-progress')) void import('./import-progress.ts');
if (document.querySelector('draft-preview')) void import('./draft-preview.ts');
if (document.querySelector('text-count')) void import('./text-count.ts');
if (document.querySelector('record-picker')) void import('./record-picker.ts');
