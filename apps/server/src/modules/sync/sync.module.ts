import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { TeamsModule } from '../teams/index.ts';
import { UsersModule } from '../users/index.ts';
import { CatchUp } from './catch-up.ts';
import { ReadSnapshot } from './read-snapshot.ts';
import { SyncController } from './sync.controller.ts';

@Module({
  imports: [ChannelsModule, TeamsModule, UsersModule, OrganisationModule],
  controllers: [SyncController],
  providers: [CatchUp, ReadSnapshot],
})
export class SyncModule {}
