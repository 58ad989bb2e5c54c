import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The portal's Prometheus metrics. */
export interface Metrics {
  registry: Registry;
  requestSeconds: Histogram<'method' | 'route' | 'status'>;
  rateLimited: Counter<'route'>;
}

/** @param gauges  read on each scrape */
export function createMetrics(gauges: {
  records(): number;
  databaseUp(): boolean;
  sequence(): number;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge('kakehashi_published_records', 'Published records in memory', gauges.records);
  gauge('kakehashi_database_up', '1 while this node hears of changes', () => Number(gauges.databaseUp()));
  gauge('kakehashi_read_model_sequence', 'Newest change taken up', gauges.sequence);

  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }

  return {
    registry,
    requestSeconds: new Histogram({
      name: 'kakehashi_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers: [registry],
    }),
    rateLimited: new Counter({
      name: 'kakehashi_rate_limited_total',
      help: 'Requests refused because a client asked too often',
      labelNames: ['route'],
      registers: [registry],
    }),
  };
}
