import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from './config/config.ts';
import { Metrics } from './health/metrics.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { PublicDoorGuard } from './http/public-door.guard.ts';
import { ResponseCheck } from './http/response-check.ts';
import { SessionGuard } from './http/session.guard.ts';
import { WriteRateGuard } from './http/write-rate.guard.ts';
import { ForgetFailedJobs } from './jobs/forget-failed-jobs.ts';
import { JobHandlers } from './jobs/job-handlers.ts';
import { JobMetrics } from './jobs/job-metrics.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { Jobs } from './jobs/jobs.ts';
import { Log } from './log/log.ts';
import { MailModule } from './mail/mail.module.ts';
import { Outgoing } from './outgoing/outgoing.ts';
import { ClientMessageHandlers } from './realtime/client-message-handlers.ts';
import { ClientMessages } from './realtime/client-messages.ts';
import { Ephemera } from './realtime/ephemera.ts';
import { FollowedStreams } from './realtime/followed-streams.ts';
import { PresenceBoard } from './realtime/presence.ts';
import { RedisLink } from './realtime/redis-link.ts';
import { SocketDepartures } from './realtime/socket-departures.ts';
import { SocketRights } from './realtime/socket-rights.ts';
import { SocketServer } from './realtime/socket-server.ts';
import { StorageModule } from './storage/storage.module.ts';
import { LostRights } from './streams/lost-rights.ts';
import { Relay } from './streams/relay.ts';
import { SocketServerHolder } from './streams/rooms.ts';
import { Streams } from './streams/streams.ts';

/** What every module stands on: settings, database, streams, sockets, the doors' guards. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, database: DataSource, log: Log): DynamicModule {
    return {
      module: PlatformModule,
      imports: [MailModule, StorageModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: DataSource, useValue: database },
        { provide: Log, useValue: log },
        // In this order: the first one knows the operation.
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: PublicDoorGuard },
        { provide: APP_GUARD, useClass: WriteRateGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...(config.validateResponses ? [{ provide: APP_INTERCEPTOR, useClass: ResponseCheck }] : []),
        Metrics, SocketServerHolder, LostRights, Relay, Streams, FollowedStreams, PresenceBoard, Ephemera, ClientMessageHandlers, ClientMessages, RedisLink, SocketDepartures, SocketRights, SocketServer,
        Jobs, JobHandlers, JobRunner, JobMetrics, ForgetFailedJobs, Outgoing,
      ],
      exports: [MailModule, Config, DataSource, Log, Metrics, Streams, LostRights, FollowedStreams, ClientMessageHandlers, SocketDepartures, SocketServerHolder, Ephemera, Jobs, JobHandlers, Outgoing],
    };
  }
}
