import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AuthModule } from './modules/auth/index.ts';
import { ChannelsModule } from './modules/channels/index.ts';
import { EmojiModule } from './modules/emoji/index.ts';
import { DocumentsModule } from './modules/documents/index.ts';
import { DraftsModule } from './modules/drafts/index.ts';
import { FilesModule } from './modules/files/index.ts';
import { GroupsModule } from './modules/groups/index.ts';
import { InvitationsModule } from './modules/invitations/index.ts';
import { LinkPreviewsModule } from './modules/link-previews/index.ts';
import { MeetingsModule } from './modules/meetings/index.ts';
import { MessagesModule } from './modules/messages/index.ts';
import { OrganisationModule } from './modules/organisation/index.ts';
import { PollsModule } from './modules/polls/index.ts';
import { PinsModule } from './modules/pins/index.ts';
import { ReactionsModule } from './modules/reactions/index.ts';
import { ReceiptsModule } from './modules/receipts/index.ts';
import { RecordingsModule } from './modules/recordings/index.ts';
import { SavedModule } from './modules/saved/index.ts';
import { ScheduledMessagesModule } from './modules/scheduled-messages/index.ts';
import { SetupModule } from './modules/setup/index.ts';
import { SidebarModule } from './modules/sidebar/index.ts';
import { SyncModule } from './modules/sync/index.ts';
import { TeamsModule } from './modules/teams/index.ts';
import { ThreadsModule } from './modules/threads/index.ts';
import { UsersModule } from './modules/users/index.ts';
import type { Config } from './platform/config/config.ts';
import type { Log } from './platform/log/log.ts';
import { PlatformModule } from './platform/platform.module.ts';

@Module({})
export class AppModule {
  static with(config: Config, database: DataSource, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, database, log),
        AuthModule, SetupModule, UsersModule, OrganisationModule, InvitationsModule,
        TeamsModule, ChannelsModule, GroupsModule, ReceiptsModule, FilesModule, EmojiModule, MessagesModule, ThreadsModule, PollsModule, LinkPreviewsModule, ReactionsModule, PinsModule, SavedModule, DraftsModule, ScheduledMessagesModule, SidebarModule, MeetingsModule, RecordingsModule, DocumentsModule, SyncModule,
      ],
    };
  }
}
