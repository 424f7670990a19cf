import { Module } from '@nestjs/common';
import { AddReaction } from './add-reaction.ts';
import { ListFrequentEmoji } from './list-frequent-emoji.ts';
import { ReactionsController } from './reactions.controller.ts';
import { RemoveReaction } from './remove-reaction.ts';

@Module({
  controllers: [ReactionsController],
  providers: [AddReaction, RemoveReaction, ListFrequentEmoji],
})
export class ReactionsModule {}
