import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { ListMessages } from './list-messages.ts';
import { MessagesController } from './messages.controller.ts';
import { PostMessage } from './post-message.ts';
import { SendMessage } from './send-message.ts';

@Module({
  imports: [FilesModule],
  controllers: [MessagesController],
  providers: [PostMessage, SendMessage, EditMessage, DeleteMessage, ListMessages],
  exports: [PostMessage],
})
export class MessagesModule {}
