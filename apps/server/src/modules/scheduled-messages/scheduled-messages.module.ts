import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { MessagesModule } from '../messages/index.ts';
import { CreateScheduledMessage } from './create-scheduled-message.ts';
import { DeleteScheduledMessage } from './delete-scheduled-message.ts';
import { ScheduledMessages } from './scheduled-messages.ts';
import { ScheduledMessagesController } from './scheduled-messages.controller.ts';
import { SendJobs } from './send-jobs.ts';
import { SendScheduledMessage } from './send-scheduled-message.ts';
import { UpdateScheduledMessage } from './update-scheduled-message.ts';

@Module({
  imports: [ChannelsModule, MessagesModule],
  controllers: [ScheduledMessagesController],
  providers: [CreateScheduledMessage, DeleteScheduledMessage, ScheduledMessages, SendJobs, SendScheduledMessage, UpdateScheduledMessage],
  exports: [ScheduledMessages],
})
export class ScheduledMessagesModule {}
