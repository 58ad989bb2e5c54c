import type { Platform } from '../../../src/platform/platform.ts';
import type { PageRoutes } from '../../../src/platform/web/page-routes.ts';
import { countGreeting } from './job.ts';
import { GreetingPage } from './pages/greeting.tsx';
import { SentPage } from './pages/sent.tsx';
import { greetingPaths } from './paths.ts';

export function greetingPages(
  routes: PageRoutes,
  { connection, jobs }: Platform,
  counted: { readonly greetings: number },
): void {
  routes.shared(greetingPaths.greeting, (_, ctx) => <GreetingPage ctx={ctx} />);
  const sender = routes.permit('greeting.send');
  sender.get(greetingPaths.sent, (_, ctx) => <SentPage ctx={ctx} count={counted.greetings} />);
  sender.post(greetingPaths.sent, async (c, ctx) => {
    await jobs.enqueue(connection.db, countGreeting, {});
    return c.redirect(ctx.href(greetingPaths.sent), 303);
  });
}
