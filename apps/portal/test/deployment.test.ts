/** What `compose.yaml` and `Dockerfile` let a container do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { findProjectRoot } from '../src/platform/config/project-root.ts';

const root = findProjectRoot();
const read = (name: string) => readFileSync(join(root, name), 'utf8');

const service = z.looseObject({
  image: z.string().optional(),
  build: z.unknown().optional(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  environment: z.record(z.string(), z.string()),
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  cap_add: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
});
const compose = z
  .looseObject({
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() }).nullable()),
  })
  .parse(parse(read('compose.yaml')));
const services = Object.entries(compose.services);
const { portal, database } = compose.services;
const dockerfile = read('Dockerfile');
const byDigest = /^(\$\{\w+:-)?[\w./-]+(:[\w.-]+)?@sha256:[0-9a-f]{64}\}?$/;

describe.each(services)('the container %s', (_, container) => {
  it('writes to its volumes only, and gains no rights', () => {
    expect(container).toMatchObject({ read_only: true, cap_drop: ['ALL'], cap_add: [], privileged: false });
    expect(container.security_opt).toContain('no-new-privileges:true');
  });

  it('is reached from this machine only', () => {
    for (const port of container.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('is made from an image that nobody can exchange', () => {
    if (container.image) expect(container.image).toMatch(byDigest);
    else expect(container.build).toBe('.');
  });
});

it('the image is made from one that nobody can exchange, and runs as an ordinary user', () => {
  const [, node = ''] = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile) ?? [];
  expect(node).toMatch(byDigest);
  const fromNode = expect.stringMatching(/^\$\{NODE_IMAGE\}$/);
  expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual([fromNode, fromNode]);
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
  expect(lastStage).toMatch(/^USER node$/m);
});

describe('the database', () => {
  it('runs as an ordinary user', () => {
    expect(database?.user).toBe('postgres');
  });

  it('is reached by the portal only, over a network that leads nowhere', () => {
    expect(database?.ports).toEqual([]);
    expect(database?.networks).toEqual(['database']);
    expect(compose.networks.database).toEqual({ internal: true });
  });

  it('knows the portal as a plain role, with a password that neither owner nor superuser has', () => {
    const { DATABASE_URL = '', KAKEHASHI_OWNER_DATABASE_URL = '' } = portal?.environment ?? {};
    const role = (url: string) => /^postgres:\/\/(\w+):\$\{(\w+):\?[^}]*\}@/.exec(url)?.slice(1);
    expect(role(DATABASE_URL)).toEqual(['kakehashi_portal', 'PORTAL_DATABASE_PASSWORD']);
    expect(role(KAKEHASHI_OWNER_DATABASE_URL)).toEqual(['kakehashi', 'OWNER_DATABASE_PASSWORD']);
    expect(database?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(database?.environment).not.toHaveProperty('POSTGRES_USER');
    const roles = read('deploy/database-roles.sh');
    for (const name of ['kakehashi', 'kakehashi_portal'])
      expect(roles).toContain(`alter role ${name} login nosuperuser nocreatedb nocreaterole`);
  });
});

it('a proxy is trusted only where it is said to be there, and then it is the only way in', () => {
  expect(portal?.environment.KAKEHASHI_TRUST_PROXY).toMatch(/^\$\{KAKEHASHI_TRUST_PROXY:-0\}$/);
  expect(portal?.ports).toEqual(['127.0.0.1:3000:3000']);
});
