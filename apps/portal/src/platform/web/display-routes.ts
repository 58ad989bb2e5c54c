import type { Hono } from 'hono';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { isSecure } from './client-address.ts';
import { readDisplayChoice, writeDisplayChoice } from './display-cookie.ts';
import type { PortalEnvironment } from './request-variables.ts';
import { returnPath } from './return-path.ts';

const onOff = z.enum(['on', 'off']).optional();

const displayForm = z.object({
  furigana: onOff,
  easy: onOff,
  /** Page to return to. */
  to: returnPath.catch('/'),
});

/** Turns furigana and やさしい日本語 on and off; works without JavaScript. */
export function displayRoutes(app: Hono<PortalEnvironment>, { config }: Platform): void {
  app.post('/settings/display', async (c) => {
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
  });
}
