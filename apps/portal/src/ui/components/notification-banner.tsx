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
  /** Heading level; absent: plain text instead of a heading. */
  level?: 2 | 3;
  children?: Child;
}

/** Information to read first; its type is conveyed by icon and wording, not by colour alone. */
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
