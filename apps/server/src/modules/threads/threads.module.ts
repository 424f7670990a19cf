import { Module } from '@nestjs/common';
import { FollowThread } from './follow-thread.ts';
import { ListReplies } from './list-replies.ts';
import { ListThreads } from './list-threads.ts';
import { MoveThreadReadCursor } from './move-thread-read-cursor.ts';
import { ThreadsController } from './threads.controller.ts';

@Module({
  controllers: [ThreadsController],
  providers: [ListThreads, ListReplies, FollowThread, MoveThreadReadCursor],
})
export class ThreadsModule {}
