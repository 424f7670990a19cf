import { Module } from '@nestjs/common';
import { IceServers } from './ice-servers.ts';
import { MediaHosts } from './media-hosts.ts';

/** Knows nothing of meetings: how to reach what carries their media. */
@Module({ providers: [MediaHosts, IceServers], exports: [MediaHosts, IceServers] })
export class MediaHostsModule {}
