import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells Prometheus. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'parvis_http_request_seconds',
    help: 'Time to answer REST requests',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly eventsRelayed = new Counter({ name: 'parvis_events_relayed_total', help: 'Stream events sent to rooms', registers: [this.registry] });
  readonly sockets = new Gauge({ name: 'parvis_sockets', help: 'Connected sockets', registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
