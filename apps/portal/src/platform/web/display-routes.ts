import type { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { isSecure } from './client-address.ts';
import { readDisplayChoice, writeDisplayChoice } from './display-cookie.ts';
import type { PortalEnvironment } from './request-variables.ts';

const onOff = z.enum(['on', 'off']).optional();

const displayForm = z.object({
  furigana: onOff,
  easy: onOff,
  /** Page to go back to: of this site, so it begins with one slash. */
  to: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])/)
    .catch('/'),
});

/** Turns furigana and やさしい日本語 on and off; works without JavaScript. */
export function displayRoutes(app: Hono<PortalEnvironment>, { config }: Platform): void {
  const ownOrigin = new URL(config.baseUrl).origin;
  app.post(
    '/settings/display',
    csrf({ origin: (origin, c) => origin === ownOrigin || origin === new URL(c.req.url).origin }),
    async (c) => {
      const form = displayForm.safeParse(await c.req.parseBody());
      if (!form.success) return c.redirect('/', 303);
      const { furigana, easy, to } = form.data;
      const before = readDisplayChoice(c);
      const choice = {
        furigana: furigana ? furigana === 'on' : before.furigana,
        easy: easy ? easy === 'on' : before.easy,
      };
      writeDisplayChoice(c, choice, isSecure(c, config.trustProxy));
      return c.redirect(to, 303);
    },
  );
}
