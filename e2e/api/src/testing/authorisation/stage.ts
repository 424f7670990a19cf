import type { TestAccount, TestServer } from '@parvis/testing';

/**
 * guest, outsider: in the organisation, not in the team. member: in the team, its public channel and
 * the shared private one. lead: owns the team and its channels. admin, owner: run the organisation,
 * are in neither.
 */
export const ROLES = ['anonymous', 'guest', 'outsider', 'member', 'lead', 'admin', 'owner'] as const;
export type RoleName = (typeof ROLES)[number];

/** People and things that every case may use, and ways to make fresh ones where a case uses them up. */
export class Stage {
  readonly url: string;
  readonly server: TestServer;
  readonly people: Record<Exclude<RoleName, 'anonymous'>, TestAccount>;
  readonly spare: TestAccount;
  readonly teamId: string;
  /** Address of a page of another site, which the server may ask. */
  readonly page: string;
  private made = 0;

  private constructor(server: TestServer, people: Stage['people'], spare: TestAccount, teamId: string, page: string) {
    this.server = server;
    this.url = server.url;
    this.people = people;
    this.spare = spare;
    this.teamId = teamId;
    this.page = page;
  }

  static async set(server: TestServer, page: string): Promise<Stage> {
    const owner = await server.setUp();
    const lead = await server.createUser('Lead');
    const { team } = await lead.api.call('createTeam', { body: { name: 'Team' } });
    const member = await server.createUser('Member', { teamIds: [team.id] });
    const spare = await server.createUser('Spare', { teamIds: [team.id] });
    const [guest, outsider, admin] = [
      await server.createUser('Guest', { role: 'guest' }),
      await server.createUser('Outsider'),
      await server.createUser('Admin', { role: 'admin' }),
    ];
    return new Stage(server, { guest, outsider, member, lead, admin, owner }, spare, team.id, page);
  }

  token(role: RoleName): string | null {
    return role === 'anonymous' ? null : this.people[role].token;
  }

  private unique(name: string): string {
    this.made += 1;
    return `${name} ${this.made}`;
  }

  /** A channel of the lead's, with the member and the spare person in it unless said otherwise. */
  async channel(kind: 'public' | 'private' = 'public', inside: TestAccount[] = [this.people.member, this.spare]): Promise<string> {
    await this.spareIn(true);
    const { channel } = await this.people.lead.api.call('createChannel', {
      body: { teamId: this.teamId, kind, name: this.unique(kind), memberIds: inside.map((account) => account.user.id) },
    });
    return channel.id;
  }

  /** A private channel of the lead's in which the guest is. */
  async guestChannel(): Promise<string> {
    const id = await this.channel('private', []);
    await this.people.lead.api.call('addChannelMember', { params: { id }, body: { userId: this.people.guest.user.id } });
    return id;
  }

  /** A group of the lead's team, or of the organisation. */
  async group(ofTeam: boolean): Promise<string> {
    this.made += 1;
    const by = ofTeam ? this.people.lead : this.people.owner;
    const group = await by.api.call('createGroup', { body: { handle: `group-${this.made}`, name: 'Group', teamId: ofTeam ? this.teamId : null } });
    return group.id;
  }

  async archivedChannel(): Promise<string> {
    const id = await this.channel();
    await this.people.lead.api.call('archiveChannel', { params: { id } });
    return id;
  }

  async direct(): Promise<string> {
    const { channel } = await this.people.member.api.call('openConversation', { body: { userIds: [this.people.lead.user.id] } });
    return channel.id;
  }

  async message(channelId: string, author: TestAccount): Promise<{ channelId: string; messageId: string }> {
    const message = await author.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: 'Hello' } });
    return { channelId, messageId: message.id };
  }

  /** A thread of the lead's with one reply. */
  async reply(channelId: string): Promise<{ root: { channelId: string; messageId: string }; replyId: string }> {
    const root = await this.message(channelId, this.people.lead);
    const reply = await this.people.lead.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: 'Reply', threadId: root.messageId } });
    return { root, replyId: reply.id };
  }

  /** The spare person is in the team, or not. */
  async spareIn(inside: boolean): Promise<void> {
    const { lead } = this.people;
    const { teams } = await this.spare.api.call('listTeams');
    const isIn = teams.some(({ team }) => team.id === this.teamId);
    if (inside && !isIn) await lead.api.call('addTeamMember', { params: { id: this.teamId }, body: { userId: this.spare.user.id } });
    if (!inside && isIn) await lead.api.call('removeTeamMember', { params: { id: this.teamId, userId: this.spare.user.id } });
  }

  async invitation(): Promise<{ id: string; token: string }> {
    const { invitation, url } = await this.people.owner.api.call('createInvitation', { body: {} });
    return { id: invitation.id, token: new URL(url).hash.replace('#token=', '') };
  }

  /** Another session of the same person, for what ends its own. */
  async anotherSession(role: RoleName): Promise<TestAccount | null> {
    return role === 'anonymous' ? null : this.server.signIn(this.people[role].user.email);
  }
}
