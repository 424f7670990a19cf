import { Module } from '@nestjs/common';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { ListMessages } from './list-messages.ts';
import { MessagesController } from './messages.controller.ts';
import { SendMessage } from './send-message.ts';

@Module({
  controllers: [MessagesController],
  providers: [SendMessage, EditMessage, DeleteMessage, ListMessages],
})
export class MessagesModule {}
