import './live-results.ts';
import './search-suggest.ts';
import './wide-disclosures.ts';
