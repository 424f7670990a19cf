import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { EmojiModule } from '../emoji/index.ts';
import { DraftsModule } from '../drafts/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { SavedModule } from '../saved/index.ts';
import { ScheduledMessagesModule } from '../scheduled-messages/index.ts';
import { SidebarModule } from '../sidebar/index.ts';
import { TeamsModule } from '../teams/index.ts';
import { UsersModule } from '../users/index.ts';
import { CatchUp } from './catch-up.ts';
import { ReadPersonal } from './read-personal.ts';
import { ReadSnapshot } from './read-snapshot.ts';
import { SyncController } from './sync.controller.ts';

@Module({
  imports: [ChannelsModule, TeamsModule, UsersModule, OrganisationModule, EmojiModule, DraftsModule, SavedModule, ScheduledMessagesModule, SidebarModule],
  controllers: [SyncController],
  providers: [CatchUp, ReadPersonal, ReadSnapshot],
})
export class SyncModule {}
