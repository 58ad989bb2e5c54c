import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { uiText } from '../messages.ts';
import { EmergencyStrip } from './emergency-strip.tsx';
import { Footer } from './footer.tsx';
import { type HeadProps, head } from './head.ts';
import { Header } from './header.tsx';

interface ShellProps extends Omit<HeadProps, 'systemFonts'> {
  children: Child;
  /** Help page: the strip with the link to help is omitted. */
  isHelp?: boolean;
}

/** The whole document around a page's content. */
export function Shell({ children, isHelp, ...page }: ShellProps) {
  const { ctx } = page;
  const { text } = uiText(ctx);
  const body = (
    <body>
      <a class="skip-link" href="#main">
        {text.skipToMain}
      </a>
      {!isHelp && <EmergencyStrip ctx={ctx} />}
      <Header ctx={ctx} />
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <Footer ctx={ctx} />
    </body>
  );
  return html`<!DOCTYPE html>
<html lang="${ctx.language}"${ctx.furigana ? ' data-furigana' : ''}>
${head({ ...page, systemFonts: isHelp })}
${body}
</html>`;
}
