import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { type DeclaredRoute, PageRoutes, type PageRoutesOptions } from './page-routes.ts';
import type { PortalEnvironment } from './request-variables.ts';

function pageRoutes(): PageRoutes {
  const declared: DeclaredRoute[] = [];
  const declare = (route: DeclaredRoute) => declared.push(route);
  const app = new Hono<PortalEnvironment>();
  return new PageRoutes({ app, language: 'en', declared, declare } as unknown as PageRoutesOptions);
}

it('an address belongs to one page: another of the same would never be seen', () => {
  const routes = pageRoutes();
  routes.shared('/terms', () => 'terms of use');
  routes.post('/terms', () => 'agreed');
  expect(() => routes.get('/terms', () => 'terms explained')).toThrow(
    'two pages are declared for GET /en/terms',
  );
});

it('a page of an organisation is declared by within alone', () => {
  const routes = pageRoutes();
  for (const path of ['/organisations/:id', '/notes/:organisation'])
    expect(() => routes.get(path, () => 'open to everybody')).toThrow('declare it with within()');
});
