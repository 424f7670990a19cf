import { Controller } from '@nestjs/common';
import type { Message, RouteInput, ScheduledMessage } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { CreateScheduledMessage } from './create-scheduled-message.ts';
import { DeleteScheduledMessage } from './delete-scheduled-message.ts';
import { SendScheduledMessage } from './send-scheduled-message.ts';
import { UpdateScheduledMessage } from './update-scheduled-message.ts';

@Controller()
export class ScheduledMessagesController {
  constructor(
    private readonly createScheduled: CreateScheduledMessage,
    private readonly updateScheduled: UpdateScheduledMessage,
    private readonly deleteScheduled: DeleteScheduledMessage,
    private readonly sendScheduled: SendScheduledMessage,
  ) {}

  @Route('createScheduledMessage')
  create(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createScheduledMessage'>): Promise<ScheduledMessage> {
    return this.createScheduled.run(actor, input);
  }

  @Route('updateScheduledMessage')
  update(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateScheduledMessage'>): Promise<ScheduledMessage> {
    return this.updateScheduled.run(actor, input);
  }

  @Route('deleteScheduledMessage')
  delete(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteScheduledMessage'>): Promise<void> {
    return this.deleteScheduled.run(actor, input);
  }

  @Route('sendScheduledMessage')
  send(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'sendScheduledMessage'>): Promise<Message> {
    return this.sendScheduled.run(actor, params.id);
  }
}
