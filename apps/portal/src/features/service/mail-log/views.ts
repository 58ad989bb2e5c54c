export interface MessageSummary {
  id: string;
  subject: string;
  /** Null: forgotten. */
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
  /** As plain text; null: not kept. */
  text: string | null;
}

/** Where mail goes. */
export type Destination = 'smtp' | 'file';
