/** The capabilities of this portal. Taking one out is deleting its folder and its line here. */

export { analyticsFeature } from './features/editorial/analytics/index.ts';
export { callsFeature } from './features/editorial/calls/index.ts';
export { entriesFeature } from './features/editorial/entries/index.ts';
export { importFeature } from './features/editorial/import/index.ts';
export { linksFeature } from './features/editorial/links/index.ts';
export { reviewFeature } from './features/editorial/review/index.ts';
export { siteEditorFeature } from './features/editorial/site-editor/index.ts';
export { needsFeature } from './features/organisation/needs/index.ts';
export { benefitsFeature } from './features/public/benefits/index.ts';
export { catalogueFeature } from './features/public/catalogue/index.ts';
export { mcpFeature } from './features/public/mcp/index.ts';
export { plusSecurityFeature } from './features/public/plus-security/index.ts';
export { accountRequestsFeature } from './features/service/account-requests/index.ts';
export { accountsFeature } from './features/service/accounts/index.ts';
export { alertsFeature } from './features/service/alerts/index.ts';
export { errorReportsFeature } from './features/service/error-reports/index.ts';
export { mailLogFeature } from './features/service/mail-log/index.ts';
export { securityContactFeature } from './features/service/security-contact/index.ts';
export { webhooksFeature } from './features/service/webhooks/index.ts';
