export interface MessageSummary {
  id: string;
  subject: string;
  /** Null once deleted. */
  to: string | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'uncertain';
  createdAt: Date;
}

export interface MessageView extends MessageSummary {
  template: string;
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
