import { transact } from '../../../src/platform/database/transact.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { PageRoutes } from '../../../src/platform/web/page-routes.ts';
import { countGreeting } from './job.ts';
import { greetingMail } from './mail.ts';
import { GreetingPage } from './pages/greeting.tsx';
import { SentPage } from './pages/sent.tsx';
import { greetingPaths } from './paths.ts';

export function greetingPages(
  routes: PageRoutes,
  { connection, jobs, mail }: Platform,
  counted: { readonly greetings: number },
): void {
  routes.shared(greetingPaths.greeting, (_, ctx) => <GreetingPage ctx={ctx} />);
  const sender = routes.permit('greeting.send');
  sender.get(greetingPaths.sent, (_, ctx) => <SentPage ctx={ctx} count={counted.greetings} />);
  sender.post(greetingPaths.sent, async (c, ctx) => {
    const { id, name, email, language } = ctx.user;
    await transact(connection.db, async (tx) => {
      await jobs.enqueue(tx, countGreeting, {});
      const to = { to: email, language, key: `greeting/${id}` };
      await mail.send(tx, { ...to, template: greetingMail, data: { name } });
    });
    return c.redirect(ctx.href(greetingPaths.sent), 303);
  });
}
