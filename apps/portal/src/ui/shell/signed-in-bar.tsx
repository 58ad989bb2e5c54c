import type { MenuLink, PageContext } from '../../platform/web/page-context.ts';
import { uiText } from '../messages.ts';
import { currentMark } from './addresses.ts';

/** Second line of the header when signed in: the menu, and links to the user's own pages. */
export function SignedInBar({ ctx }: { ctx: PageContext }) {
  const { user, menu = [], userLinks } = ctx;
  if (!user) return null;
  const { text, label } = uiText(ctx);
  const around = menu.filter(({ path }) => currentMark(path, ctx));
  // Under nested entries, such as /desk/calls below /desk, the nearest is marked.
  const nearest = around.toSorted((a, b) => b.path.length - a.path.length)[0];
  const everyday = menu.filter((entry) => !entry.administration);
  const administration = menu.filter((entry) => entry.administration);
  return (
    <div class="signed-in-bar">
      <div class="container">
        {menu.length > 0 && (
          <details class="signed-in-menu" data-open-when-wide>
            <summary>{text.signedIn.menu}</summary>
            <nav aria-label={label.signedIn.region}>
              <Entries ctx={ctx} entries={everyday} nearest={nearest} />
              {administration.length > 0 && (
                <details open={nearest?.administration ?? false}>
                  <summary>{text.signedIn.administration}</summary>
                  <Entries ctx={ctx} entries={administration} nearest={nearest} />
                </details>
              )}
            </nav>
          </details>
        )}
        <div class="signed-in-links">{userLinks?.({ ...ctx, user })}</div>
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
