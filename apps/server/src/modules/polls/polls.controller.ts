import { Controller } from '@nestjs/common';
import type { Message, RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ChannelAccess } from '../channels/index.ts';
import { ClosePoll } from './close-poll.ts';
import { requirePoll, votesOf } from './poll.repository.ts';
import { VotePoll } from './vote-poll.ts';

@Controller()
export class PollsController {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
    private readonly votePoll: VotePoll,
    private readonly closePoll: ClosePoll,
  ) {}

  @Route('votePoll')
  vote(@CurrentActor() actor: Actor, @Input() input: RouteInput<'votePoll'>): Promise<Message> {
    return this.votePoll.run(actor, input);
  }

  @Route('getPollVote')
  async myVote(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getPollVote'>): Promise<RouteOutput<'getPollVote'>> {
    await this.access.requireMember(this.database, params.channelId, actor.userId);
    await requirePoll(this.database, params.channelId, params.messageId);
    return { optionIds: await votesOf(this.database, params.messageId, actor.userId) };
  }

  @Route('closePoll')
  close(@CurrentActor() actor: Actor, @Input() input: RouteInput<'closePoll'>): Promise<Message> {
    return this.closePoll.run(actor, input);
  }
}
