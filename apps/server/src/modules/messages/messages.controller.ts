import { Controller } from '@nestjs/common';
import type { Message, RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { ForwardMessage } from './forward-message.ts';
import { ListMessages } from './list-messages.ts';
import { ListRevisions } from './list-revisions.ts';
import { readOwnMessages } from './read-messages.ts';
import { SendMessage } from './send-message.ts';
import { TickTask } from './tick-task.ts';

@Controller()
export class MessagesController {
  constructor(
    private readonly database: DataSource,
    private readonly listMessages: ListMessages,
    private readonly sendMessage: SendMessage,
    private readonly forwardMessage: ForwardMessage,
    private readonly editMessage: EditMessage,
    private readonly deleteMessage: DeleteMessage,
    private readonly listRevisions: ListRevisions,
    private readonly tickTask: TickTask,
  ) {}

  @Route('listMessages')
  list(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listMessages'>): Promise<RouteOutput<'listMessages'>> {
    return this.listMessages.run(actor, input);
  }

  @Route('getMessage')
  async get(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getMessage'>): Promise<Message> {
    const [message] = await readOwnMessages(this.database, actor.userId, [params.messageId]);
    if (message?.channelId !== params.channelId) throw new ApiError('not_found');
    return message;
  }

  @Route('sendMessage')
  send(@CurrentActor() actor: Actor, @Input() input: RouteInput<'sendMessage'>): Promise<Message> {
    return this.sendMessage.run(actor, input);
  }

  @Route('forwardMessage')
  forward(@CurrentActor() actor: Actor, @Input() input: RouteInput<'forwardMessage'>): Promise<Message> {
    return this.forwardMessage.run(actor, input);
  }

  @Route('editMessage')
  edit(@CurrentActor() actor: Actor, @Input() input: RouteInput<'editMessage'>): Promise<Message> {
    return this.editMessage.run(actor, input);
  }

  @Route('deleteMessage')
  delete(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteMessage'>): Promise<Message> {
    return this.deleteMessage.run(actor, input);
  }

  @Route('listRevisions')
  revisions(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'listRevisions'>): Promise<RouteOutput<'listRevisions'>> {
    return this.listRevisions.run(actor, params);
  }

  @Route('tickTask')
  tick(@CurrentActor() actor: Actor, @Input() input: RouteInput<'tickTask'>): Promise<Message> {
    return this.tickTask.run(actor, input);
  }
}
