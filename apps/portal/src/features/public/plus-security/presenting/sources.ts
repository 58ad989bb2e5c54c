import type { Framework } from '@kakehashi/skills';
import type { OpenCollection } from '../../../../platform/collections/collections.ts';
import type { PublishedRecords } from '../../../../platform/read-model/read-model.ts';
import type { Market } from '../advice/market.ts';

/** What pages of advice are made of: all in memory. */
export interface AdviceSources {
  framework(): Framework;
  market: Market;
  model: PublishedRecords;
  programmes: OpenCollection;
  /** Every listed record, among them the initiatives of the catalogue. */
  everything: OpenCollection;
  now(): Date;
}
