import type { Label } from '../../../platform/i18n/localised.ts';

export interface MessageSummary {
  id: string;
  subject: string;
  /** Null once deleted. */
  to: string | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain';
  createdAt: Date;
}

export interface MessageView extends MessageSummary {
  /** Name of the mail. */
  template: string;
  /** What kind of mail it is; absent: declared no longer. */
  kind: Label | undefined;
  language: 'ja' | 'en';
  attempts: number;
  doubtful: boolean;
  finishedAt: Date | null;
  lastError: string | null;
  /** Plain text; null if not stored. */
  text: string | null;
}

/** Where mail is delivered. */
export type Destination = 'smtp' | 'file';
