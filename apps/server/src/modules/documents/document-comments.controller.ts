import { Controller } from '@nestjs/common';
import type { CommentThread, RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ChangeComment } from './change-comment.ts';
import { ListCommentThreads } from './list-comment-threads.ts';
import { WriteComment } from './write-comment.ts';

/** What is said about documents. */
@Controller()
export class DocumentCommentsController {
  constructor(
    private readonly list: ListCommentThreads,
    private readonly write: WriteComment,
    private readonly change: ChangeComment,
  ) {}

  @Route('listCommentThreads')
  listCommentThreads(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listCommentThreads'>): Promise<RouteOutput<'listCommentThreads'>> {
    return this.list.run(actor, input);
  }

  @Route('createCommentThread')
  createCommentThread(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createCommentThread'>): Promise<CommentThread> {
    return this.write.thread(actor, input);
  }

  @Route('replyToComment')
  replyToComment(@CurrentActor() actor: Actor, @Input() input: RouteInput<'replyToComment'>): Promise<CommentThread> {
    return this.write.reply(actor, input);
  }

  @Route('resolveCommentThread')
  resolveCommentThread(@CurrentActor() actor: Actor, @Input() input: RouteInput<'resolveCommentThread'>): Promise<CommentThread> {
    return this.change.resolve(actor, input);
  }

  @Route('editComment')
  editComment(@CurrentActor() actor: Actor, @Input() input: RouteInput<'editComment'>): Promise<CommentThread> {
    return this.change.edit(actor, input);
  }

  @Route('deleteComment')
  deleteComment(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteComment'>): Promise<void> {
    return this.change.delete(actor, input);
  }
}
