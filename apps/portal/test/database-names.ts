/** Name of the database that test databases are copies of. */
export const templateDatabase = 'portal_template';

/** The same server and role, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The same server as its superuser, who may make databases. */
export function administrationUrl(serverUrl: string): string {
  const url = new URL(databaseUrl(serverUrl, 'postgres'));
  url.username = 'postgres';
  return url.href;
}

/** Database with the sample content published, copied by the tests that want it. */
export const contentDatabase = 'kakehashi_content';
