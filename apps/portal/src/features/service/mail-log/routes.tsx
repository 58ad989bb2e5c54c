import { z } from 'zod';
import type { MailMessage } from '../../../platform/mail/mail.ts';
import { mailLabel } from '../../../platform/mail/template.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { MailListPage } from './pages/mail-list.tsx';
import { MailMessagePage } from './pages/mail-message.tsx';
import { mailPaths } from './paths.ts';
import type { MessageView } from './views.ts';

const maxListed = 200;

/** The administrator's pages of mail. */
export function mailPages(routes: PageRoutes, { mail }: Platform): void {
  const { destination } = mail;
  const admin = routes.permit('mail.view');

  admin.get(mailPaths.list, async (_, ctx) => {
    const messages = (await mail.list(maxListed)).map(messageView);
    return <MailListPage ctx={ctx} view={{ destination, messages }} />;
  });
  admin.get(mailPaths.message(':id'), async (c, ctx) => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const message = id.success ? await mail.find(id.data) : undefined;
    return message && <MailMessagePage ctx={ctx} view={{ destination, message: messageView(message) }} />;
  });
}

function messageView(message: MailMessage): MessageView {
  return { ...message, to: message.toAddress, kind: mailLabel(message.template) };
}
