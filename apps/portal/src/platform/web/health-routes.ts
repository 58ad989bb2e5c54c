import type { Hono } from 'hono';
import type { Platform } from '../platform.ts';
import { createReadiness } from './readiness.ts';
import type { PortalEnvironment } from './request-variables.ts';

/**
 * `/healthz`: this node can serve the public pages; for load balancers. `/readyz`: it can also write to the
 * database and its data directory and receives changes; otherwise 503, though pages are still served.
 * `/metrics`: Prometheus.
 */
export function healthRoutes(app: Hono<PortalEnvironment>, platform: Platform, live: () => boolean): void {
  const { config, connection, model, metrics } = platform;
  const probeWrite = createReadiness(connection.db.$client, config.dataDir);
  app.get('/healthz', (c) => c.json({ status: 'ok', records: model.size }));
  app.get('/readyz', async (c) => {
    const { database, files } = await probeWrite();
    const ready = database === 'written' && files && live();
    const body = {
      status: ready ? 'ready' : 'degraded',
      database: database === 'unreachable' ? 'unreachable' : 'reachable',
      writes: database === 'written' ? 'taken' : 'refused',
      files: files ? 'taken' : 'refused',
      changes: live() ? 'live' : 'waiting',
      records: model.size,
      sequence: model.sequence,
    };
    return c.json(body, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
  );
}
