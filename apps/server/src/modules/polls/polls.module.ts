import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { ClosePoll } from './close-poll.ts';
import { PollsController } from './polls.controller.ts';
import { VotePoll } from './vote-poll.ts';

@Module({
  imports: [ChannelsModule],
  controllers: [PollsController],
  providers: [VotePoll, ClosePoll],
})
export class PollsModule {}
