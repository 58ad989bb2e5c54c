import type { DeliveryFailure, DeliveryState, EndpointState, WebhookEvent } from './model.ts';

export interface DeliveryView {
  event: WebhookEvent;
  state: DeliveryState;
  at: Date;
  attempts: number;
  /** HTTP status of the last try, or why there was none; absent before the first. */
  answer?: number | DeliveryFailure;
}

export interface EndpointView {
  id: string;
  name: string;
  url: string;
  state: EndpointState;
  createdAt: Date;
}
