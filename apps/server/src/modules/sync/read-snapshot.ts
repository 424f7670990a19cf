import { Injectable } from '@nestjs/common';
import { type Snapshot, streamId } from '@parvis/contracts';
import type { EntityManager } from 'typeorm';
import { ChannelSummaries } from '../channels/index.ts';
import { EmojiReader } from '../emoji/index.ts';
import { readRingingCalls } from '../meetings/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { TeamSummaries } from '../teams/index.ts';
import { readThreadSummaries } from '../thread-followers/index.ts';
import { PreferencesReader, Users } from '../users/index.ts';
import { ReadPersonal } from './read-personal.ts';

@Injectable()
export class ReadSnapshot {
  constructor(
    private readonly channels: ChannelSummaries,
    private readonly teams: TeamSummaries,
    private readonly users: Users,
    private readonly organisation: OrganisationReader,
    private readonly preferences: PreferencesReader,
    private readonly personal: ReadPersonal,
    private readonly emoji: EmojiReader,
  ) {}

  /** All that a person's client shows before it opens a conversation. `manager` must be in a REPEATABLE READ transaction. */
  async read(manager: EntityManager, userId: string): Promise<Snapshot> {
    const organisation = await this.organisation.read(manager);
    const channels = await this.channels.readFor(manager, userId);
    const people = new Set([userId, ...channels.flatMap((summary) => summary.channel.memberIds)]);
    const users = await this.users.byIds(manager, [...people]);
    const me = users.find((user) => user.id === userId);
    if (!me) throw new Error('the signed-in person is not in the database');
    const own = streamId('user', userId);
    const whole = streamId('organisation', organisation.id);
    const heads = await manager.query<{ id: string; head: number }[]>('SELECT id, head FROM stream WHERE id IN ($1, $2)', [own, whole]);
    const head = (stream: string): number => heads.find((row) => row.id === stream)?.head ?? 0;
    return {
      me,
      head: head(own),
      organisation,
      organisationHead: head(whole),
      teams: await this.teams.readFor(manager, userId),
      channels,
      users,
      preferences: await this.preferences.readFor(manager, userId),
      threads: await readThreadSummaries(manager, userId),
      ...(await this.personal.read(manager, userId)),
      emoji: await this.emoji.all(manager),
      calls: await readRingingCalls(manager, userId),
    };
  }
}
