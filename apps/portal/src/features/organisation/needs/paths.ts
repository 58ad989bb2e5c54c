import { roomPathOf } from '../../../platform/web/page-routes.ts';

/** Pages of needs in a room, without language prefix. */
export const needPaths = {
  list: (organisation: string) => `${roomPathOf(organisation)}/needs`,
  close: (organisation: string, need: string) => `${roomPathOf(organisation)}/needs/${need}/close`,
} as const;
