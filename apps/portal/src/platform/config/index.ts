import { resolve } from 'node:path';
import { z } from 'zod';
import { type AuditTarget, readAuditTarget } from '../audit/shipping/target.ts';
import type { DatabaseAddresses } from '../database/addresses.ts';
import { StartupError } from '../startup-error.ts';
import { isLoopback } from './loopback.ts';

/** Where sample content lives, relative to the folder the project was cloned into. */
const sampleContent = 'content';

const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);

const environment = z.object({
  PORT: z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(blankAsAbsent, z.string().default('127.0.0.1')),
  DATABASE_URL: z.preprocess(blankAsAbsent, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  KAKEHASHI_OWNER_DATABASE_URL: z.preprocess(
    blankAsAbsent,
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ),
  KAKEHASHI_DATA_DIR: z.preprocess(blankAsAbsent, z.string().default('.data')),
  KAKEHASHI_CONTENT: z.preprocess(blankAsAbsent, z.string().default('sample')),
  KAKEHASHI_BASE_URL: z.preprocess(blankAsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  KAKEHASHI_TRUST_PROXY: z.preprocess(
    blankAsAbsent,
    z
      .enum(['0', '1', 'false', 'true'])
      .default('0')
      .transform((value) => value === '1' || value === 'true'),
  ),
  KAKEHASHI_LINK_CHECKS: z.preprocess(
    blankAsAbsent,
    z
      .enum(['0', '1', 'false', 'true'])
      .default('1')
      .transform((value) => value === '1' || value === 'true'),
  ),
  KAKEHASHI_RATE_LIMIT: z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).default(120)),
  SMTP_URL: z.preprocess(blankAsAbsent, z.url({ protocol: /^smtps?$/ }).optional()),
  KAKEHASHI_MAIL_FROM: z.preprocess(
    blankAsAbsent,
    z
      .string()
      .regex(/^[^\p{Cc}<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/u)
      .optional(),
  ),
  KAKEHASHI_SECRET: z.preprocess(blankAsAbsent, z.string().optional()),
  KAKEHASHI_OIDC_ISSUER: z.preprocess(blankAsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  KAKEHASHI_OIDC_CLIENT_ID: z.preprocess(blankAsAbsent, z.string().optional()),
  KAKEHASHI_OIDC_CLIENT_SECRET: z.preprocess(blankAsAbsent, z.string().optional()),
  KAKEHASHI_OIDC_NAME: z.preprocess(blankAsAbsent, z.string().default('OpenID Connect')),
  KAKEHASHI_SCAN_COMMAND: z.preprocess(blankAsAbsent, z.string().optional()),
  KAKEHASHI_AUDIT_TARGET: z.preprocess(
    blankAsAbsent,
    z
      .string()
      .transform((setting, context) => readAuditTarget(setting) ?? refuse(context, noAuditTarget))
      .optional(),
  ),
  KAKEHASHI_SECURITY_CONTACT: z.preprocess(
    blankAsAbsent,
    z
      .string()
      .transform((setting, context) => readContacts(setting) ?? refuse(context, noContact))
      .optional(),
  ),
  LOG_LEVEL: z.preprocess(
    blankAsAbsent,
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ),
});

const noAuditTarget = 'file:///path, or syslog+tls://host:port, also with tcp or udp';
const noContact = 'mail addresses, https: or tel: addresses, separated by commas';

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Contacts as addresses with a scheme; undefined if one is invalid. */
function readContacts(setting: string): string[] | undefined {
  const contacts = setting.split(',').map((contact) => {
    const given = contact.trim();
    return z.email().safeParse(given).success ? `mailto:${given}` : given;
  });
  const isContact = (contact: string) =>
    /^(https:\/\/[^\s/]+[^\s]*|tel:\+?[0-9-]+|mailto:[^\s@]+@[^\s@]+)$/.test(contact);
  return contacts.every(isContact) ? contacts : undefined;
}

/** Everything the environment decides, read once at start-up. */
export interface Config {
  port: number;
  host: string;
  /** Absent: the portal runs its own PostgreSQL in `dataDir`. */
  database: DatabaseAddresses | undefined;
  dataDir: string;
  /** Folder of content to load at the first start; absent: none. */
  contentDir: string | undefined;
  /** Origin of the site, without a trailing slash. */
  baseUrl: string;
  /** Whether `X-Forwarded-For` and `-Proto` come from a reverse proxy we trust. */
  trustProxy: boolean;
  /** Searches and API calls one client may make in a minute; 0 lifts the limit. */
  rateLimit: number;
  /** Whether the links of entries are called to see that they open. */
  linkChecks: boolean;
  /** Mail server; absent: mail is written to files in `dataDir`. */
  smtpUrl: string | undefined;
  /** `From` of every mail. */
  mailFrom: string;
  /** Signs sessions; absent: one is made and kept in `dataDir`. */
  secret: string | undefined;
  /** Where people of the body may sign in with the account they have there. */
  oidc: OidcConfig | undefined;
  /** Malware scanner for uploads: exit code 0 for clean, 1 for infected; absent: no scan. */
  scanCommand: string | undefined;
  /**
   * Whether the sample content includes demonstration accounts: only if the site is reachable from this
   * machine alone.
   */
  demonstration: boolean;
  /** Where the audit log is shipped to as it is written; absent: nowhere. */
  auditTarget: AuditTarget | undefined;
  /** Where weaknesses of the site are reported to: `mailto:`, `https:` or `tel:` addresses. */
  securityContacts: readonly string[];
  logLevel: string;
}

/** An OpenID Connect provider. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button names it. */
  name: string;
}

/**
 * Reads the configuration.
 * @param env   the process's environment
 * @param root  folder of the project, which relative paths start from
 * @throws StartupError `configuration`, naming each variable at fault
 */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues
      .map((issue) => `${issue.path.join('.')} (${issue.message})`)
      .join(', ');
    throw new StartupError('configuration', {
      ja: `環境変数の値を確認してください: ${faults}`,
      en: `check these environment variables: ${faults}`,
    });
  }
  const values = parsed.data;
  const baseUrl = (values.KAKEHASHI_BASE_URL ?? `http://${inAddress(values.HOST)}:${values.PORT}`).replace(
    /\/+$/,
    '',
  );
  return {
    port: values.PORT,
    host: values.HOST,
    database: databaseAddresses(values),
    dataDir: resolve(root, values.KAKEHASHI_DATA_DIR),
    contentDir: contentDir(values.KAKEHASHI_CONTENT, root),
    baseUrl,
    trustProxy: values.KAKEHASHI_TRUST_PROXY,
    rateLimit: values.KAKEHASHI_RATE_LIMIT,
    linkChecks: values.KAKEHASHI_LINK_CHECKS,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.KAKEHASHI_MAIL_FROM ?? defaultMailFrom(baseUrl),
    secret: values.KAKEHASHI_SECRET,
    oidc: oidcProvider(values),
    scanCommand: values.KAKEHASHI_SCAN_COMMAND,
    demonstration:
      values.KAKEHASHI_CONTENT === 'sample' &&
      isLoopback(values.HOST) &&
      !values.KAKEHASHI_TRUST_PROXY &&
      (values.KAKEHASHI_BASE_URL === undefined || isLoopback(new URL(values.KAKEHASHI_BASE_URL).hostname)),
    auditTarget: values.KAKEHASHI_AUDIT_TARGET,
    securityContacts: values.KAKEHASHI_SECURITY_CONTACT ?? [],
    logLevel: values.LOG_LEVEL,
  };
}

/** @throws StartupError `configuration` if an owner address is set without a database address */
function databaseAddresses(values: z.output<typeof environment>): DatabaseAddresses | undefined {
  const portal = values.DATABASE_URL;
  const owner = values.KAKEHASHI_OWNER_DATABASE_URL ?? portal;
  if (portal !== undefined && owner !== undefined) return { owner, portal };
  if (owner === undefined) return undefined;
  throw new StartupError('configuration', {
    ja: 'KAKEHASHI_OWNER_DATABASE_URL は、DATABASE_URL と一緒に設定してください。',
    en: 'KAKEHASHI_OWNER_DATABASE_URL goes with DATABASE_URL: set both',
  });
}

/** @throws StartupError `configuration` if the OpenID settings are incomplete */
function oidcProvider(values: z.output<typeof environment>): OidcConfig | undefined {
  const issuer = values.KAKEHASHI_OIDC_ISSUER;
  const clientId = values.KAKEHASHI_OIDC_CLIENT_ID;
  const clientSecret = values.KAKEHASHI_OIDC_CLIENT_SECRET;
  if (issuer && clientId && clientSecret)
    return { issuer, clientId, clientSecret, name: values.KAKEHASHI_OIDC_NAME };
  if (!issuer && !clientId && !clientSecret) return undefined;
  throw new StartupError('configuration', {
    ja: 'OpenID Connect を使うには KAKEHASHI_OIDC_ISSUER、KAKEHASHI_OIDC_CLIENT_ID、KAKEHASHI_OIDC_CLIENT_SECRET の三つが要ります。',
    en: 'OpenID Connect needs all three of KAKEHASHI_OIDC_ISSUER, KAKEHASHI_OIDC_CLIENT_ID and KAKEHASHI_OIDC_CLIENT_SECRET',
  });
}

/** A host as addresses hold it: IPv6 in brackets. */
function inAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** An address at our own host; an IP address is no domain for mail. */
function defaultMailFrom(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return `架け橋 <no-reply@${/[a-z]/i.test(hostname) && !hostname.includes(':') ? hostname : 'localhost'}>`;
}

function contentDir(setting: string, root: string): string | undefined {
  if (setting === 'none') return undefined;
  return resolve(root, setting === 'sample' ? sampleContent : setting);
}
