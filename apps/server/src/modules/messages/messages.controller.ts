import { Controller } from '@nestjs/common';
import type { Message, RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { ListMessages } from './list-messages.ts';
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message-row.ts';
import { SendMessage } from './send-message.ts';

@Controller()
export class MessagesController {
  constructor(
    private readonly database: DataSource,
    private readonly listMessages: ListMessages,
    private readonly sendMessage: SendMessage,
    private readonly editMessage: EditMessage,
    private readonly deleteMessage: DeleteMessage,
  ) {}

  @Route('listMessages')
  list(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listMessages'>): Promise<RouteOutput<'listMessages'>> {
    return this.listMessages.run(actor, input);
  }

  @Route('getMessage')
  async get(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getMessage'>): Promise<Message> {
    const [row] = await this.database.query<MessageRow[]>(
      `SELECT ${MESSAGE_COLUMNS} FROM message JOIN channel_member member ON member.channel_id = message.channel_id AND member.user_id = $3
       WHERE message.id = $1 AND message.channel_id = $2`,
      [params.messageId, params.channelId, actor.userId],
    );
    if (!row) throw new ApiError('not_found');
    return toMessage(row);
  }

  @Route('sendMessage')
  send(@CurrentActor() actor: Actor, @Input() input: RouteInput<'sendMessage'>): Promise<Message> {
    return this.sendMessage.run(actor, input);
  }

  @Route('editMessage')
  edit(@CurrentActor() actor: Actor, @Input() input: RouteInput<'editMessage'>): Promise<Message> {
    return this.editMessage.run(actor, input);
  }

  @Route('deleteMessage')
  delete(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteMessage'>): Promise<Message> {
    return this.deleteMessage.run(actor, input);
  }
}
