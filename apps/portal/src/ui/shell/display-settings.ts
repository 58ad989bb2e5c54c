import { html } from 'hono/html';
import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { uiText } from '../messages.ts';
import type { Markup } from '../text/ruby.ts';
import { addressIn } from './addresses.ts';
import { sitePaths } from './site-paths.ts';

/**
 * Furigana, やさしい日本語 and language: plain forms that work without JavaScript. Uses `html`, since it contains
 * the page's path and is rendered for every page.
 */
export function DisplaySettings({ ctx }: { ctx: PageContext }): Markup {
  const { text, label } = uiText(ctx);
  const other = ctx.language === 'ja' ? 'en' : 'ja';
  // English pages have little to read aloud; who turned it on before must be able to turn it off.
  const offersFurigana = ctx.language === 'ja' || ctx.furigana;
  return html`<section class="display-settings" id="display-settings" aria-label="${label.display.region}" data-live>
${offersFurigana && toggle(ctx, 'furigana', text.display.furigana)}${ctx.language === 'ja' && toggle(ctx, 'easy', text.display.easy)}
<a href="${addressIn(other, ctx)}" lang="${other}" hreflang="${other}">${text.display.otherLanguage}</a>
${!ctx.user && html`<a href="${ctx.href(sitePaths.signIn)}" rel="nofollow">${text.signedIn.signIn}</a>`}
</section>` as Markup;
}

function toggle(ctx: PageContext, name: 'furigana' | 'easy', label: Markup) {
  const on = ctx[name];
  return html`<form method="post" action="${sitePaths.displaySettings}"><input type="hidden" name="${name}" value="${
    on ? 'off' : 'on'
  }"><input type="hidden" name="to" value="${addressIn(ctx.language, ctx)}"><button type="submit" aria-pressed="${
    on ? 'true' : 'false'
  }">${on && icon.check}<span>${label}</span></button></form>`;
}
