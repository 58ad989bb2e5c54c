import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { uiText } from '../messages.ts';
import type { Markup } from '../text/ruby.ts';
import { addressIn } from './addresses.ts';
import { sitePaths } from './site-paths.ts';

/** Furigana, やさしい日本語 and the language: plain forms, so that they work without JavaScript. */
export function DisplaySettings({ ctx }: { ctx: PageContext }) {
  const { text, label } = uiText(ctx);
  const other = ctx.language === 'ja' ? 'en' : 'ja';
  return (
    <section class="display-settings" id="display-settings" aria-label={label.display.region} data-live>
      <Toggle ctx={ctx} name="furigana" on={ctx.furigana} label={text.display.furigana} />
      {ctx.language === 'ja' && <Toggle ctx={ctx} name="easy" on={ctx.easy} label={text.display.easy} />}
      <a href={addressIn(other, ctx)} lang={other} hreflang={other}>
        {text.display.otherLanguage}
      </a>
      {!ctx.user && (
        <a href={ctx.href(sitePaths.signIn)} rel="nofollow">
          {text.account.signIn}
        </a>
      )}
    </section>
  );
}

interface ToggleProps {
  ctx: PageContext;
  name: 'furigana' | 'easy';
  on: boolean;
  label: Markup;
}

function Toggle({ ctx, name, on, label }: ToggleProps) {
  return (
    <form method="post" action={sitePaths.displaySettings}>
      <input type="hidden" name={name} value={on ? 'off' : 'on'} />
      <input type="hidden" name="to" value={addressIn(ctx.language, ctx)} />
      <button type="submit" aria-pressed={on}>
        {on && icon.check}
        <span>{label}</span>
      </button>
    </form>
  );
}
