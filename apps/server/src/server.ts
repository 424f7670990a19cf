import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import { LIMITS } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.ts';
import type { Config } from './platform/config/config.ts';
import { registerHealthRoutes } from './platform/health/health.routes.ts';
import { Metrics } from './platform/health/metrics.ts';
import { registerHearOut } from './platform/http/hear-out.ts';
import { registerOpenApi } from './platform/http/openapi.ts';
import { registerProxyHint } from './platform/http/proxy-hint.ts';
import { registerSecurityHeaders } from './platform/http/security-headers.ts';
import { registerTusOptions } from './platform/http/tus-options.ts';
import { registerUploads } from './platform/http/uploads.ts';
import { registerWebClient } from './platform/http/web-client.ts';
import { JobRunner } from './platform/jobs/job-runner.ts';
import { nestLogger } from './platform/log/log.ts';
import { SocketServer } from './platform/realtime/socket-server.ts';

/** For a whole request to arrive: Fastify's own default waits for ever. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The HTTP and socket server over a migrated database; does not listen yet. */
export async function createServer(config: Config, database: DataSource, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: LIMITS.bodyBytes,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    requestTimeout: REQUEST_TIMEOUT_MS,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, database, logger), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
    // Fastify's own reads JSON; Nest's would also read forms.
    bodyParser: false,
  });
  app.setGlobalPrefix('api/v1');
  const fastify = adapter.getInstance();
  await app.register(fastifyCookie);
  registerSecurityHeaders(fastify, config);
  registerProxyHint(fastify);
  registerHearOut(fastify);
  registerUploads(fastify);
  registerTusOptions(fastify, config);
  registerHealthRoutes(fastify, database, app.get(Metrics));
  registerOpenApi(fastify);
  if (config.roles.has('api')) await registerWebClient(fastify);
  await app.init();
  if (config.roles.has('realtime')) await app.get(SocketServer).attach(app.getHttpServer());
  else if (config.redisUrl) await app.get(SocketServer).attach(null);
  if (config.roles.has('worker')) await app.get(JobRunner).start();
  return app;
}
