import { figuresFeature } from './features/editorial/analytics/index.ts';
import { campaignsFeature } from './features/editorial/calls/index.ts';
import { deskFeature } from './features/editorial/entries/index.ts';
import { importFeature } from './features/editorial/import/index.ts';
import { linksFeature } from './features/editorial/links/index.ts';
import { editingFeature } from './features/editorial/site-editor/index.ts';
import { benefitsFeature } from './features/public/benefits/index.ts';
import { catalogueFeature } from './features/public/catalogue/index.ts';
import { accountsFeature } from './features/service/accounts/index.ts';
import { alertsFeature } from './features/service/alerts/index.ts';
import { reportsFeature } from './features/service/error-reports/index.ts';
import { sentMailFeature } from './features/service/mail-log/index.ts';
import { securityContactFeature } from './features/service/security-contact/index.ts';
import { webhooksFeature } from './features/service/webhooks/index.ts';
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
  securityContactFeature,
];
