import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { ForwardMessage } from './forward-message.ts';
import { ListMessages } from './list-messages.ts';
import { ListRevisions } from './list-revisions.ts';
import { MessageFollowUps } from './message-follow-ups.ts';
import { MessagesController } from './messages.controller.ts';
import { PostMessage } from './post-message.ts';
import { SendMessage } from './send-message.ts';
import { TickTask } from './tick-task.ts';

@Module({
  imports: [FilesModule],
  controllers: [MessagesController],
  providers: [MessageFollowUps, PostMessage, SendMessage, ForwardMessage, EditMessage, DeleteMessage, ListMessages, ListRevisions, TickTask],
  exports: [PostMessage],
})
export class MessagesModule {}
