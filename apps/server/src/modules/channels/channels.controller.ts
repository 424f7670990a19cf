import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { ArchiveChannel } from './archive-channel.ts';
import { ChannelAccess } from './channel-access.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { CreateChannel } from './create-channel.ts';
import { ListTeamChannels } from './list-team-channels.ts';
import { OpenConversation } from './open-conversation.ts';
import { UnarchiveChannel } from './unarchive-channel.ts';
import { UpdateChannel } from './update-channel.ts';

@Controller()
export class ChannelsController {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
    private readonly summaries: ChannelSummaries,
    private readonly browse: ListTeamChannels,
    private readonly create: CreateChannel,
    private readonly open: OpenConversation,
    private readonly update: UpdateChannel,
    private readonly archive: ArchiveChannel,
    private readonly unarchive: UnarchiveChannel,
  ) {}

  @Route('listTeamChannels')
  listTeamChannels(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listTeamChannels'>): Promise<RouteOutput<'listTeamChannels'>> {
    return this.browse.run(actor, input);
  }

  @Route('listChannels')
  async listChannels(@CurrentActor() actor: Actor): Promise<RouteOutput<'listChannels'>> {
    return { channels: await this.summaries.readFor(this.database, actor.userId) };
  }

  @Route('createChannel')
  createChannel(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createChannel'>): Promise<RouteOutput<'createChannel'>> {
    return this.create.run(actor, input);
  }

  @Route('openConversation')
  openConversation(@CurrentActor() actor: Actor, @Input() input: RouteInput<'openConversation'>): Promise<RouteOutput<'openConversation'>> {
    return this.open.run(actor, input);
  }

  @Route('getChannel')
  async getChannel(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getChannel'>): Promise<RouteOutput<'getChannel'>> {
    return (await this.access.see(this.database, actor, params.id)).channel;
  }

  @Route('updateChannel')
  updateChannel(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateChannel'>): Promise<RouteOutput<'updateChannel'>> {
    return this.update.run(actor, input);
  }

  @Route('archiveChannel')
  archiveChannel(@CurrentActor() actor: Actor, @Input() input: RouteInput<'archiveChannel'>): Promise<RouteOutput<'archiveChannel'>> {
    return this.archive.run(actor, input);
  }

  @Route('unarchiveChannel')
  unarchiveChannel(@CurrentActor() actor: Actor, @Input() input: RouteInput<'unarchiveChannel'>): Promise<RouteOutput<'unarchiveChannel'>> {
    return this.unarchive.run(actor, input);
  }
}
