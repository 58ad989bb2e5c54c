import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { mark } from '../components/mark.ts';
import { uiText } from '../messages.ts';
import { AccountBar } from './account-bar.tsx';
import { currentMark } from './addresses.ts';
import { DisplaySettings } from './display-settings.ts';
import { sameForAll } from './same-for-all.ts';
import { sitePaths } from './site-paths.ts';

const entries = ['search', 'finder', 'features', 'benefits', 'help', 'about'] as const;

export function Header({ ctx }: { ctx: PageContext }) {
  return (
    <header class="site-header">
      <div class="container">
        <Brand ctx={ctx} />
        <DisplaySettings ctx={ctx} />
        <Menu ctx={ctx} />
      </div>
      <AccountBar ctx={ctx} />
    </header>
  );
}

const Brand = sameForAll(({ ctx }) => {
  const { text } = uiText(ctx);
  return (
    <a class="brand" href={ctx.href(sitePaths.home)}>
      {mark}
      <span class="brand-name">{text.site.name}</span>
      <span class="brand-tagline">{text.site.tagline}</span>
    </a>
  );
});

const Menu = sameForAll(
  ({ ctx }) => {
    const { text, label } = uiText(ctx);
    return (
      <details class="menu" data-open-when-wide>
        <summary>
          {icon.menu}
          <span>{text.menu.open}</span>
        </summary>
        <nav aria-label={label.menu.region}>
          <ul>
            {entries.map((entry) => (
              <li>
                <a href={ctx.href(sitePaths[entry])} aria-current={currentMark(sitePaths[entry], ctx)}>
                  {text.menu[entry]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    );
  },
  (ctx) => entries.map((entry) => currentMark(sitePaths[entry], ctx) ?? '').join(),
);
