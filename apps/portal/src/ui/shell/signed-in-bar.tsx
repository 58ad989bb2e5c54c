import type { MenuLink, PageContext } from '../../platform/web/page-context.ts';
import { icon } from '../components/icon.ts';
import { uiText } from '../messages.ts';
import { currentMark } from './addresses.ts';
import { sitePaths } from './site-paths.ts';

/** Second line of the header when signed in: user, menu and sign-out. */
export function AccountBar({ ctx }: { ctx: PageContext }) {
  const { user, menu = [] } = ctx;
  if (!user) return null;
  const { text, label } = uiText(ctx);
  const around = menu.filter(({ path }) => currentMark(path, ctx));
  // Under nested entries, such as /desk/calls below /desk, the nearest is marked.
  const nearest = around.toSorted((a, b) => b.path.length - a.path.length)[0];
  const everyday = menu.filter((entry) => !entry.administration);
  const administration = menu.filter((entry) => entry.administration);
  return (
    <div class="account-bar">
      <div class="container">
        {menu.length > 0 && (
          <details class="account-menu" data-open-when-wide>
            <summary>{text.account.menu}</summary>
            <nav aria-label={label.account.region}>
              <Entries ctx={ctx} entries={everyday} nearest={nearest} />
              {administration.length > 0 && (
                <details open={nearest?.administration ?? false}>
                  <summary>{text.account.administration}</summary>
                  <Entries ctx={ctx} entries={administration} nearest={nearest} />
                </details>
              )}
            </nav>
          </details>
        )}
        <div class="account-bar-own">
          <a href={ctx.href(sitePaths.account)} aria-current={currentMark(sitePaths.account, ctx)}>
            {icon.people}
            <span class="visually-hidden">{text.account.own}: </span>
            {user.name}
          </a>
          <form method="post" action={ctx.href(sitePaths.signOut)}>
            <button type="submit">{text.account.signOut}</button>
          </form>
        </div>
      </div>
    </div>
  );
}

interface EntriesProps {
  ctx: PageContext;
  entries: readonly MenuLink[];
  /** The current entry. */
  nearest: MenuLink | undefined;
}

function Entries({ ctx, entries, nearest }: EntriesProps) {
  return (
    <ul>
      {entries.map((entry) => (
        <li>
          <a
            href={ctx.href(entry.path)}
            aria-current={entry === nearest ? currentMark(entry.path, ctx) : undefined}
          >
            {entry.label[ctx.language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
