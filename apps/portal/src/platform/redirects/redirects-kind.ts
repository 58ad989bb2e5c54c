import { z } from 'zod';
import type { Label } from '../i18n/localised.ts';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';
import { loopsFrom } from './redirect-loops.ts';

/**
 * A path of this site: one leading slash, so that it cannot name another host; no spaces or control
 * characters.
 */
const sitePath = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u;
const longestAddress = 500;
const maxRules = 5_000;

/** 301: permanent; 302: temporary; 410: gone. */
const redirectStatuses = ['301', '302', '410'] as const;

const rule = z
  .strictObject({
    from: field(
      z
        .string()
        .trim()
        .max(longestAddress)
        .regex(/^\/(?![/\\])[^\s\\?#\p{Cc}]*$/u),
      {
        label: { ja: '元のアドレス', en: 'From' },
        help: {
          ja: 'このサイトの中のアドレス。/old/page のように、/ から。英語版にも効きます。',
          en: 'An address of this site such as /old/page; it holds for the Japanese and the English one.',
        },
      },
    ),
    status: field(z.enum(redirectStatuses), { label: { ja: '種類', en: 'Sort' } }),
    to: field(z.string().trim().max(longestAddress).optional(), {
      label: { ja: '移った先', en: 'To' },
      help: {
        ja: 'このサイトの中のアドレス。410のときは空にします。',
        en: 'An address of this site; empty for 410.',
      },
    }),
    external: field(z.boolean().optional(), {
      label: { ja: 'ほかのサイトへ移す（https://）', en: 'Leads to another site (https://)' },
    }),
  })
  .superRefine(({ from, to, status, external }, ctx) => {
    const refuse = (path: string, { ja, en }: Label) =>
      ctx.addIssue({ code: 'custom', path: [path], params: { ja, en } });
    if (/^\/en(\/|$)/.test(from)) refuse('from', faults.language);
    if (status === '410') {
      if (to) refuse('to', faults.gone);
    } else if (external) {
      if (!to || !isSecureAddress(to)) refuse('to', faults.external);
    } else if (!to || !sitePath.test(to)) refuse('to', faults.site);
  });

const faults = {
  language: { ja: '/en を付けずに入れてください。', en: 'Enter it without /en.' },
  gone: { ja: '410のときは、移った先を空にしてください。', en: 'Leave this empty for 410.' },
  external: {
    ja: 'https:// で始まるアドレスを入れてください。',
    en: 'Enter an address that begins with https://.',
  },
  site: {
    ja: '/ で始まる、このサイトの中のアドレスを入れてください。ほかのサイトへは、印を付けて送ります。',
    en: 'Enter an address of this site that begins with /; tick the box for another site.',
  },
  loop: { ja: '転送がめぐって元に戻っています。', en: 'These redirects lead back to where they began.' },
  twice: { ja: '同じ元のアドレスが2回入っています。', en: 'This address is redirected twice.' },
};

function isSecureAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).username === '';
}

/** Redirects for pages that moved or ended; one record holds all. */
export const redirectsKind = defineKind({
  name: 'redirects',
  label: { ja: '転送', en: 'Redirects' },
  listed: false,
  schema: z.strictObject({
    rules: field(
      z
        .array(rule)
        .max(maxRules)
        .superRefine((rules, ctx) => {
          const refuse = (index: number, { ja, en }: Label) =>
            ctx.addIssue({ code: 'custom', path: [index, 'from'], params: { ja, en } });
          const seen = new Set<string>();
          for (const [index, { from }] of rules.entries()) {
            if (seen.has(from)) refuse(index, faults.twice);
            seen.add(from);
          }
          for (const index of loopsFrom(rules)) refuse(index, faults.loop);
        }),
      { label: { ja: '転送', en: 'Redirects' } },
    ),
  }),
});

export type RedirectsData = z.output<typeof redirectsKind.schema>;
