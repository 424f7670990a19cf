import { formatMention } from '@parvis/rich-text';
import { hash } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { CONVERSATIONS, type DemoChannel, type DemoLine, ORGANISATION, PEOPLE, TEAMS } from './demo-content.ts';
import { DOCUMENTS } from './demo-documents.ts';
import { seedDocuments } from './seed-documents.ts';
import { type SeedMember, type SeedMessage, SeedWriter } from './seed-writer.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What the person who seeded needs to sign in. */
export interface SeededDemo {
  email: string;
  password: string;
}

const addressOf = (key: string): string => `${key}@atelier-boreal.example`;

/**
 * Twelve people, two teams, channels and conversations over five weeks, to look at. One password
 * for all, made anew and told once.
 * @throws Error when the demonstration is there already
 */
export async function seedDemo(database: DataSource, now = new Date()): Promise<SeededDemo> {
  const password = randomBytes(9).toString('base64url');
  await database.transaction(async (manager) => {
    const [existing] = await manager.query<unknown[]>('SELECT 1 FROM app_user WHERE email = $1', [addressOf('camille')]);
    if (existing) throw new Error('the demonstration is there already');
    const writer = new SeedWriter(manager);
    await writer.organisation(ORGANISATION.name, ORGANISATION.language);
    const passwordHash = await hash(password);
    const ids = new Map<string, string>();
    for (const person of PEOPLE) {
      ids.set(person.key, await writer.user({ ...person, email: addressOf(person.key), role: person.role ?? 'member' }, passwordHash));
    }
    const demo = new Demo(writer, ids, now);
    for (const team of TEAMS) await demo.team(team);
    for (const conversation of CONVERSATIONS) await demo.conversation(conversation);
    await demo.documents(manager);
  });
  return { email: addressOf('camille'), password };
}

class Demo {
  private readonly channels = new Map<string, string>();
  private readonly begin: Date;
  /** What came later than this is unread. */
  private readonly readUntil: Date;

  constructor(
    private readonly writer: SeedWriter,
    private readonly ids: ReadonlyMap<string, string>,
    private readonly now: Date,
  ) {
    this.begin = new Date(now.getTime() - 36 * DAY_MS);
    this.readUntil = new Date(now.getTime() - 12 * 3_600_000);
  }

  async team(team: (typeof TEAMS)[number]): Promise<void> {
    const everybody = team.members === 'all' ? PEOPLE.map((person) => person.key) : team.members;
    const teamId = await this.writer.team({ name: team.name, description: team.description, at: this.begin }, this.members(everybody, team.owner));
    for (const channel of team.channels) {
      const people = channel.members === 'all' ? everybody : channel.members.filter((key) => everybody.includes(key));
      const owner = people.includes(team.owner) ? team.owner : (people[0] ?? team.owner);
      const { kind, name, topic, days } = channel;
      const channelId = await this.writer.channel({ kind, teamId, name, topic, at: this.begin }, this.members(people, owner), this.messages(days), this.readUntil);
      if (!this.channels.has(name)) this.channels.set(name, channelId);
    }
  }

  async conversation({ members, days }: (typeof CONVERSATIONS)[number]): Promise<void> {
    const kind = members.length === 2 ? 'direct' : 'group';
    await this.writer.channel({ kind, teamId: null, name: null, topic: '', at: this.begin }, this.members(members), this.messages(days), this.readUntil);
  }

  async documents(query: Query): Promise<void> {
    await seedDocuments(query, DOCUMENTS, this.now, (key) => this.id(key), (name) => this.channels.get(name) ?? '');
  }

  private members(keys: readonly string[], owner?: string): SeedMember[] {
    const ordered = [...keys].sort((a, b) => Number(b === owner) - Number(a === owner));
    return ordered.map((key) => ({ userId: this.id(key), role: key === owner ? 'owner' : 'member' }));
  }

  /** Working hours of the day, some minutes from line to line; today's lines end just now. */
  private messages(days: DemoChannel['days']): SeedMessage[] {
    return days.flatMap(({ daysAgo, lines }) => {
      const start = daysAgo === 0
        ? this.now.getTime() - (lines.length + 1) * 4 * MINUTE_MS
        : new Date(this.now.getTime() - daysAgo * DAY_MS).setUTCHours(8 + (daysAgo % 6), (daysAgo * 7) % 60, 0, 0);
      return lines.map((line, index) => this.message(line, new Date(start + index * 4 * MINUTE_MS)));
    });
  }

  private message([who, text]: DemoLine, at: Date): SeedMessage {
    const withMentions = text.replaceAll(/@([a-z]+)/g, (whole, key: string) => {
      const person = PEOPLE.find((candidate) => candidate.key === key);
      return person ? formatMention('user', this.id(key), person.name) : whole;
    });
    return { authorId: this.id(who), text: withMentions, at };
  }

  private id(key: string): string {
    const id = this.ids.get(key);
    if (!id) throw new Error(`nobody has the key ${key}`);
    return id;
  }
}
