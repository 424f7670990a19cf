import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { FollowThread } from './follow-thread.ts';
import { ListReplies } from './list-replies.ts';
import { ListThreads } from './list-threads.ts';
import { MoveThreadReadCursor } from './move-thread-read-cursor.ts';

@Controller()
export class ThreadsController {
  constructor(
    private readonly listThreads: ListThreads,
    private readonly listReplies: ListReplies,
    private readonly followThread: FollowThread,
    private readonly readCursor: MoveThreadReadCursor,
  ) {}

  @Route('listThreads')
  list(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listThreads'>): Promise<RouteOutput<'listThreads'>> {
    return this.listThreads.run(actor, input);
  }

  @Route('markThreadsRead')
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.readCursor.all(actor);
  }

  @Route('listReplies')
  replies(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listReplies'>): Promise<RouteOutput<'listReplies'>> {
    return this.listReplies.run(actor, input);
  }

  @Route('followThread')
  follow(@CurrentActor() actor: Actor, @Input() input: RouteInput<'followThread'>): Promise<RouteOutput<'followThread'>> {
    return this.followThread.follow(actor, input);
  }

  @Route('unfollowThread')
  unfollow(@CurrentActor() actor: Actor, @Input() input: RouteInput<'unfollowThread'>): Promise<void> {
    return this.followThread.unfollow(actor, input);
  }

  @Route('moveThreadReadCursor')
  moveReadCursor(@CurrentActor() actor: Actor, @Input() input: RouteInput<'moveThreadReadCursor'>): Promise<void> {
    return this.readCursor.run(actor, input);
  }

  @Route('markThreadUnread')
  markUnread(@CurrentActor() actor: Actor, @Input() input: RouteInput<'markThreadUnread'>): Promise<void> {
    return this.readCursor.unreadFrom(actor, input);
  }
}
