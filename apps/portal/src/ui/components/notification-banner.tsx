import type { Child } from 'hono/jsx';
import type { Markup } from '../text/ruby.ts';
import { type IconName, icon } from './icon.ts';

type BannerType = 'info' | 'success' | 'warning' | 'error';

const icons: Record<BannerType, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'alert',
  error: 'alert',
};

interface NotificationBannerProps {
  type: BannerType;
  heading: Markup;
  /** Level of the heading in the page's outline; without it the heading is a plain line. */
  level?: 2 | 3;
  children?: Child;
}

/** Something to know before reading on; its type is told by icon and wording, not by colour alone. */
export function NotificationBanner({ type, heading, level, children }: NotificationBannerProps) {
  const Heading = level ? (`h${level}` as const) : 'p';
  return (
    <div class="notification-banner" data-type={type}>
      {icon[icons[type]]}
      <div>
        <Heading class="notification-banner-heading">{heading}</Heading>
        {children}
      </div>
    </div>
  );
}
