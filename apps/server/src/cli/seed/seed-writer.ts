import { type Channel, type Message, streamId, type User } from '@parvis/contracts';
import { extractMentions } from '@parvis/rich-text';
import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';

export interface SeedMember {
  userId: string;
  role: 'owner' | 'member';
}
export interface SeedMessage {
  authorId: string;
  text: string;
  at: Date;
}

/** Writes an organisation's past: rows and the stream events that would have made them. */
export class SeedWriter {
  constructor(private readonly query: Query) {}

  async organisation(name: string, language: string): Promise<string> {
    const [existing] = await this.query.query<{ id: string }>('SELECT id FROM organisation');
    if (existing) return existing.id;
    const id = uuidv7();
    await this.query.query('INSERT INTO organisation (id, name, language) VALUES ($1, $2, $3)', [id, name, language]);
    return id;
  }

  async user(user: Pick<User, 'email' | 'name' | 'title' | 'role' | 'timeZone' | 'language'>, passwordHash: string): Promise<string> {
    const id = uuidv7();
    await this.query.query(
      'INSERT INTO app_user (id, email, name, title, role, time_zone, language, password_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, user.email, user.name, user.title, user.role, user.timeZone, user.language, passwordHash],
    );
    return id;
  }

  async team(team: { name: string; description: string; at: Date }, members: SeedMember[]): Promise<string> {
    const id = uuidv7();
    await this.query.query('INSERT INTO team (id, name, description, created_by, created_at) VALUES ($1, $2, $3, $4, $5)', [
      id, team.name, team.description, members[0]?.userId ?? null, team.at,
    ]);
    await this.query.query(
      'INSERT INTO team_member (team_id, user_id, role, joined_at) SELECT $1, user_id, role, $4 FROM unnest($2::uuid[], $3::text[]) AS given (user_id, role)',
      [id, members.map((member) => member.userId), members.map((member) => member.role), team.at],
    );
    return id;
  }

  /** A channel with its members, everything in it read by them except what the last days brought. */
  async channel(channel: Pick<Channel, 'kind' | 'teamId' | 'name' | 'topic'> & { at: Date }, members: SeedMember[], messages: SeedMessage[], readUntil: Date): Promise<string> {
    const id = uuidv7();
    const people = channel.teamId ? null : members.map((member) => member.userId).sort().join(',');
    await this.query.query(
      `INSERT INTO channel (id, kind, team_id, name, topic, is_general, people_key, created_by, created_at, member_count)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, channel.kind, channel.teamId, channel.name, channel.topic, channel.name === 'general', people, members[0]?.userId ?? null, channel.at, members.length],
    );
    const readSeq = messages.filter((message) => message.at <= readUntil).length;
    await this.query.query(
      `INSERT INTO channel_member (channel_id, user_id, role, joined_at, read_seq)
       SELECT $1, user_id, role, $4, $5 FROM unnest($2::uuid[], $3::text[]) AS given (user_id, role)`,
      [id, members.map((member) => member.userId), members.map((member) => member.role), channel.at, readSeq],
    );
    await this.query.query('INSERT INTO stream (id, head) VALUES ($1, $2)', [streamId('channel', id), messages.length]);
    for (const [index, message] of messages.entries()) await this.message(id, index + 1, message);
    return id;
  }

  private async message(channelId: string, seq: number, given: SeedMessage): Promise<void> {
    const { userIds, everyone } = extractMentions(given.text);
    const message: Message = {
      id: uuidv7({ msecs: given.at.getTime() }), channelId, authorId: given.authorId, text: given.text, seq, version: seq, clientId: null,
      createdAt: given.at.toISOString(), editedAt: null, deletedAt: null, mentions: { userIds, everyone },
    };
    await this.query.query(
      `INSERT INTO message (id, channel_id, author_id, text, seq, version, mentioned_user_ids, mentions_everyone, created_at)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
      [message.id, channelId, given.authorId, given.text, seq, userIds, everyone, given.at],
    );
    if (userIds.length > 0) {
      await this.query.query('INSERT INTO mention (user_id, channel_id, seq, message_id) SELECT unnest($1::uuid[]), $2, $3, $4', [userIds, channelId, seq, message.id]);
    }
    await this.query.query(
      `INSERT INTO stream_event (stream, seq, type, payload, at, author) VALUES ($1, $2, 'message.created', $3, $4, $5)`,
      [streamId('channel', channelId), seq, JSON.stringify({ message }), given.at, given.authorId],
    );
  }
}
