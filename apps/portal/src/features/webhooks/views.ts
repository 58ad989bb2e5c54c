import type { DeliveryState, EndpointState, WebhookEvent } from './model.ts';

export interface DeliveryView {
  event: WebhookEvent;
  state: DeliveryState;
  at: Date;
  attempts: number;
  /** HTTP status, or the code of why there was none; empty before the first try. */
  answer: string;
}

export interface EndpointView {
  id: string;
  name: string;
  url: string;
  state: EndpointState;
  createdAt: Date;
}
