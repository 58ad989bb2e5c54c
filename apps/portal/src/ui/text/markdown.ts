import type { TypesetText } from '../../platform/i18n/typesetting.ts';
import { markdownToHtml, textOfHtml, unescapeHtml } from '../../platform/typesetting/markdown.ts';
import { escapeHtml, rubyHtml } from './ruby.ts';

const tagOrText = /(<[^>]*>)|([^<]+)/g;

/**
 * Renders Markdown as HTML for a page.
 * @param typeset  readings of its words; absent: none are shown
 */
export function renderMarkdown(source: string, typeset?: TypesetText): string {
  const html = markdownToHtml(source);
  if (!typeset || typeset.map((run) => run.text).join('') !== textOfHtml(html)) return html;
  const runs = new RunReader(typeset);
  return html.replace(tagOrText, (piece, tag) => tag ?? runs.write(unescapeHtml(piece).length));
}

/** Writes typeset runs, a given number of characters at a time. */
class RunReader {
  readonly #runs: TypesetText;
  #index = 0;
  #offset = 0;

  constructor(runs: TypesetText) {
    this.#runs = runs;
  }

  write(length: number): string {
    let html = '';
    let rest = length;
    while (rest > 0) {
      const run = this.#runs[this.#index];
      if (!run) break;
      const taken = run.text.slice(this.#offset, this.#offset + rest);
      // A reading belongs to a whole run; a run cut by a tag is shown without it.
      html += run.reading && taken === run.text ? rubyHtml(taken, run.reading) : escapeHtml(taken);
      rest -= taken.length;
      this.#offset += taken.length;
      if (this.#offset === run.text.length) {
        this.#index += 1;
        this.#offset = 0;
      }
    }
    return html;
  }
}
