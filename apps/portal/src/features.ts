import { accountsFeature } from './features/accounts/index.ts';
import { alertsFeature } from './features/alerts/index.ts';
import { benefitsFeature } from './features/benefits/index.ts';
import { campaignsFeature } from './features/campaigns/index.ts';
import { catalogueFeature } from './features/catalogue/index.ts';
import { deskFeature } from './features/desk/index.ts';
import { editingFeature } from './features/editing/index.ts';
import { figuresFeature } from './features/figures/index.ts';
import { importFeature } from './features/import/index.ts';
import { linksFeature } from './features/links/index.ts';
import { reportsFeature } from './features/reports/index.ts';
import { sentMailFeature } from './features/sent-mail/index.ts';
import { webhooksFeature } from './features/webhooks/index.ts';
import type { Feature } from './platform/feature.ts';

/** The capabilities of this portal, in the order in which they are registered. */
export const features: readonly Feature[] = [
  catalogueFeature,
  benefitsFeature,
  accountsFeature,
  deskFeature,
  editingFeature,
  campaignsFeature,
  importFeature,
  figuresFeature,
  linksFeature,
  reportsFeature,
  alertsFeature,
  sentMailFeature,
  webhooksFeature,
];
