import { applyAnswer } from '@parvis/client-sdk';
import type { TestServer } from '@parvis/testing';
import type { Participant } from './participant.ts';

export interface Place {
  server: TestServer;
  teamId: string;
  channelId: string;
  people: readonly Participant[];
  /** Picks one of what there is, modulo how many. */
  pick: number;
}

const LATER = '2100-01-01T00:00:00.000Z';
const words = (): string => crypto.randomUUID().slice(0, 8);
const picked = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];

/** Everything that is no message and its thread: each tells somebody something. */
const carriedOut = {
  pin: (person, { channelId, pick }) => onMessage(person, channelId, pick, (params, { pin }) => person.client.api.call(pin === undefined ? 'pinMessage' : 'unpinMessage', { params })),
  ask: async (person, { channelId }) => {
    const body = { clientId: crypto.randomUUID(), text: '', poll: { question: words(), options: ['yes', 'no'] } };
    await person.client.api.call('sendMessage', { params: { channelId }, body });
  },
  vote: async (person, { channelId, pick }) => {
    const poll = picked(person.messages(channelId).filter((message) => message.poll !== undefined), pick);
    if (poll !== undefined) await person.client.api.call('votePoll', { params: { channelId, messageId: poll.id }, body: { optionIds: [pick % 2] } });
  },
  draft: (person, { channelId, pick }) => person.client.api.call('saveDraft', { body: { channelId, text: pick % 3 === 0 ? '' : words() } }),
  draftInThread: async (person, { channelId, pick }) => {
    const root = picked(person.messages(channelId).filter((message) => message.threadId === undefined), pick);
    if (root !== undefined) await person.client.api.call('saveDraft', { body: { channelId, threadId: root.id, text: words() } });
  },
  save: (person, { channelId, pick }) => onMessage(person, channelId, pick, ({ messageId }) => person.client.api.call('createSaved', { body: { channelId, messageId } })),
  finish: async (person, { pick }) => {
    const item = picked(Object.values(person.client.state!.saved), pick);
    if (item === undefined) return;
    const params = { id: item.id };
    await (pick % 2 === 0 ? person.client.api.call('deleteSaved', { params }) : person.client.api.call('updateSaved', { params, body: { state: 'done' } }));
  },
  schedule: (person, { channelId }) => person.client.api.call('createScheduledMessage', { body: { clientId: crypto.randomUUID(), channelId, text: words(), sendAt: LATER } }),
  reschedule: async (person, { pick }) => {
    const scheduled = picked(Object.values(person.client.state!.scheduled), pick);
    if (scheduled === undefined) return;
    const params = { id: scheduled.id };
    await (pick % 2 === 0 ? person.client.api.call('deleteScheduledMessage', { params }) : person.client.api.call('updateScheduledMessage', { params, body: { text: words() } }));
  },
  arrange: (person, { channelId }) => {
    const { version, sections } = person.client.state!.sidebar;
    return person.client.api.call('updateSidebar', { body: { version, sections: [{ ...sections[0]!, channelIds: version % 2 === 0 ? [channelId] : [] }] } });
  },
  mute: (person, { channelId, pick }) => person.client.api.call('updateMembership', { params: { id: channelId }, body: { muted: pick % 2 === 0, notifications: 'all' } }),
  prefer: (person, { pick }) => person.client.api.call('updatePreferences', { body: { skinTone: pick % 6 } }),
  rename: (person) => person.client.api.call('updateMe', { body: { name: `Person ${words()}` } }),
  topic: (person, { channelId }) => person.client.api.call('updateChannel', { params: { id: channelId }, body: { topic: words() } }),
  promote: (_person, { channelId, people, pick }) => {
    const params = { id: channelId, userId: picked(people.slice(1), pick)!.account.user.id };
    return people[0]!.reliable.call('updateChannelMember', { params, body: { role: pick % 2 === 0 ? 'moderator' : 'member' } });
  },
  leaveElsewhere: async (person, { pick }) => {
    const side = picked(Object.values(person.client.state!.channels).filter(({ channel }) => channel.name?.startsWith('side-')), pick);
    if (side === undefined) return;
    await person.reliable.call('saveDraft', { body: { channelId: side.channel.id, text: words() } });
    await person.client.api.call('leaveChannel', { params: { id: side.channel.id } });
  },
  renameAll: async (_person, { server, teamId, pick }) => {
    const { api } = await server.setUp();
    await (pick % 2 === 0 ? api.call('updateTeam', { params: { id: teamId }, body: { name: words() } }) : api.call('updateOrganisation', { body: { name: words() } }));
  },
} satisfies Record<string, (person: Participant, place: Place) => Promise<unknown>>;

export type Aside = keyof typeof carriedOut;
export const ASIDES = Object.keys(carriedOut) as Aside[];

/** Rejects when the server refuses or isn't there. */
export const goAside = async (aside: Aside, person: Participant, place: Place): Promise<unknown> => carriedOut[aside](person, place);

async function onMessage(
  person: Participant, channelId: string, pick: number,
  change: (params: { channelId: string; messageId: string }, message: ReturnType<Participant['messages']>[number]) => Promise<unknown>,
): Promise<void> {
  const message = picked(person.messages(channelId), pick);
  if (message === undefined) return;
  const answer = await change({ channelId, messageId: message.id }, message);
  if (isMessage(answer)) person.client.update((state) => applyAnswer(state, answer));
}

const isMessage = (answer: unknown): answer is Parameters<typeof applyAnswer>[1] => typeof answer === 'object' && answer !== null && 'version' in answer;
