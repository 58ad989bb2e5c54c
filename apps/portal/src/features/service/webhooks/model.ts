import { createHmac, randomBytes } from 'node:crypto';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import type { OutboundErrorCode } from '../../../platform/outbound/outbound-error.ts';
import { type Kind, titleText } from '../../../platform/publishing/kind.ts';
import type { PublicationChange } from '../../../platform/publishing/showing.ts';

/** `paused`: by an administrator; `failing`: stopped, since deliveries have failed for too long. */
export type EndpointState = 'active' | 'paused' | 'failing';
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** Why there was no response. */
export type DeliveryFailure = OutboundErrorCode | 'endpoint-off';

export type WebhookEvent = 'entry.published' | 'entry.withdrawn' | 'webhook.test';

const secretPrefix = 'whsec_';

/** A new random secret in the format of Standard Webhooks. */
export function createSecret(): string {
  return secretPrefix + randomBytes(32).toString('base64');
}

/**
 * Signs a message.
 * @param secrets  each adds a signature; the receiver needs one of them
 * @param at       time of this attempt
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signMessage(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Message body of a change: enough to decide whether to fetch the entry, and its address. */
export function changeBody(change: PublicationChange, kind: Kind, baseUrl: string, at: Date): string {
  const title = titleText(kind, change.data);
  const shown = change.event === 'published';
  return JSON.stringify({
    type: `entry.${change.event}` satisfies WebhookEvent,
    timestamp: at.toISOString(),
    data: {
      id: change.id,
      kind: change.kind,
      revision: change.revision,
      title: { ja: title?.ja ?? null, en: title?.en ?? null },
      ...(shown && {
        first: change.first,
        page: kind.pagePath ? siteUrl(baseUrl, kind.pagePath(change.id)) : null,
        api: siteUrl(baseUrl, `/api/v1/entries/${encodeURIComponent(change.id)}`),
      }),
    },
  });
}

/** Message body of a test. */
export function testBody(at: Date): string {
  return JSON.stringify({
    type: 'webhook.test' satisfies WebhookEvent,
    timestamp: at.toISOString(),
    data: {},
  });
}
