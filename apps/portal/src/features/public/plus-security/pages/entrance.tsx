import type { PageContext } from '../../../../platform/web/page-context.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';

/** Ways in beside the search, above the list of programmes. */
export function Entrance({
  ctx,
  skills,
}: {
  ctx: PageContext;
  skills: readonly { id: string; title: string }[];
}) {
  const { text, label } = adviceText(ctx);
  const { entrance } = text;
  if (skills.length > 0)
    return (
      <NotificationBanner type="info" heading={entrance.skills}>
        <Links
          links={skills.map(({ id, title }) => ({
            href: ctx.href(advicePaths.skill(id)),
            words: entrance.aboutSkill(title),
          }))}
        />
      </NotificationBanner>
    );
  const links = [
    [advicePaths.advice, entrance.advice],
    [advicePaths.team, entrance.team],
    [advicePaths.routes, entrance.routes],
    [advicePaths.roles, entrance.roles],
  ] as const;
  return (
    <nav aria-label={label.entrance.label}>
      <NotificationBanner type="info" heading={entrance.heading}>
        <Links links={links.map(([path, words]) => ({ href: ctx.href(path), words }))} />
      </NotificationBanner>
    </nav>
  );
}

function Links({ links }: { links: readonly { href: string; words: string }[] }) {
  return (
    <ul>
      {links.map(({ href, words }) => (
        <li>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
