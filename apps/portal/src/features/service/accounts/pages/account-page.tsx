import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';

interface AccountPageProps {
  ctx: PageContext;
  title: string;
  /** Confirmation of the last action. */
  notice?: string | undefined;
  children: Child;
}

const sections = [
  ['profile', accountPaths.account],
  ['security', accountPaths.security],
  ['sessions', accountPaths.sessions],
  ['data', accountPaths.data],
] as const;

/** Layout of the pages of the user's own account, with their navigation. */
export function AccountPage({ ctx, title, notice, children }: AccountPageProps) {
  const { text, label } = accountText(ctx);
  return (
    <Shell ctx={ctx} title={title} description={title} unlisted styles={['accounts']}>
      <div class="container page account-layout">
        <nav class="side-menu" aria-label={label.account.menu}>
          <ul>
            {sections.map(([name, path]) => (
              <li>
                <a href={ctx.href(path)} aria-current={ctx.path === path ? 'page' : undefined}>
                  {text.account[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="account-sections">
          <h1>{title}</h1>
          {notice && <NotificationBanner type="success" heading={notice} />}
          {ctx.user?.owes && (
            <NotificationBanner type="warning" heading={label.ownSecondFactor.setUp.title}>
              <p>
                <a href={ctx.href(accountPaths.ownSecondFactor)}>{text.ownSecondFactor.setUp.go}</a>
              </p>
            </NotificationBanner>
          )}
          {children}
        </div>
      </div>
    </Shell>
  );
}

/** A language that mail can be written in, as its readers call it. */
export const mailLanguages: { value: string; label: string }[] = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];
