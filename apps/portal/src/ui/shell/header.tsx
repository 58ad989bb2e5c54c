import type { PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { mark } from '../components/mark.ts';
import { uiText } from '../messages.ts';
import { currentMark } from './addresses.ts';
import { DisplaySettings } from './display-settings.ts';
import { sameForAll } from './same-for-all.ts';
import { SignedInBar } from './signed-in-bar.tsx';
import { sitePaths } from './site-paths.ts';

export function Header({ ctx }: { ctx: PageContext }) {
  return (
    <header class="site-header">
      <div class="container">
        <Brand ctx={ctx} />
        <DisplaySettings ctx={ctx} />
        <Menu ctx={ctx} />
      </div>
      <SignedInBar ctx={ctx} />
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
            {ctx.navigation.header.map((entry) => (
              <li>
                <a href={ctx.href(entry.path)} aria-current={currentMark(entry.path, ctx)}>
                  {entry.label(ctx)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    );
  },
  (ctx) => ctx.navigation.header.map(({ path }) => `${path} ${currentMark(path, ctx) ?? ''}`).join(),
);
