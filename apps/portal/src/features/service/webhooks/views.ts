import type { DeliveryFailure, DeliveryState, EndpointState, WebhookEvent } from './model.ts';

export interface DeliveryView {
  event: WebhookEvent;
  state: DeliveryState;
  at: Date;
  attempts: number;
  /** HTTP status of the last attempt, or why there was no response; absent before the first. */
  answer?: number | DeliveryFailure;
}

export interface EndpointView {
  id: string;
  name: string;
  url: string;
  state: EndpointState;
  createdAt: Date;
}
