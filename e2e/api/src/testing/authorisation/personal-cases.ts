import { type Case, insiders, on, signedIn } from './case.ts';
import type { RoleName, Stage } from './stage.ts';

const later = () => new Date(Date.now() + 86_400_000).toISOString();
const hidden = (stage: Stage) => stage.channel('private', []);
const message = async (stage: Stage, channelId: string) => ({ messageId: (await stage.message(channelId, stage.people.lead)).messageId });
const scheduled = (channelId: string) => ({ clientId: crypto.randomUUID(), channelId, text: 'Later', sendAt: later() });
const account = ({ people, spare }: Stage, role: RoleName) => (role === 'anonymous' ? spare : people[role]);

/** Something of the caller's own; of somebody else's for the anonymous. */
const ownSaved = async (stage: Stage, role: RoleName) => ({ params: { id: (await account(stage, role).api.call('createSaved', { body: { text: 'Note' } })).id } });
const othersSaved = async ({ spare }: Stage) => ({ params: { id: (await spare.api.call('createSaved', { body: { text: 'Note' } })).id } });
const scheduledBy = async (stage: Stage, author: 'lead' | 'spare') => {
  const { api } = author === 'lead' ? stage.people.lead : stage.spare;
  return { params: { id: (await api.call('createScheduledMessage', { body: scheduled(await stage.channel()) })).id } };
};
const leadsOwn = (ok: number) => [401, 404, 404, 404, ok, 404, 404] as const;

export const personalCases: Case[] = [
  on('listSaved', 'mine', signedIn(200), () => ({})),
  on('createSaved', 'a note', signedIn(201), () => ({ body: { text: 'Note' } })),
  on('createSaved', 'a message of a public channel', insiders(201, 201), async (stage) => ({ body: await message(stage, await stage.channel()) })),
  on('createSaved', 'a message of a private channel without the member', insiders(404, 201), async (stage) => ({ body: await message(stage, await hidden(stage)) })),
  on('createSaved', 'a note on a private channel without the member', insiders(404, 201), async (stage) => ({ body: { text: 'Note', channelId: await hidden(stage) } })),
  on('updateSaved', 'mine', signedIn(200), async (stage, role) => ({ ...(await ownSaved(stage, role)), body: { state: 'done' as const } })),
  on('updateSaved', 'somebody else’s', signedIn(404), async (stage) => ({ ...(await othersSaved(stage)), body: { state: 'done' as const } })),
  on('deleteSaved', 'mine', signedIn(204), ownSaved),
  on('deleteSaved', 'somebody else’s', signedIn(404), othersSaved),
  on('saveDraft', 'a public channel', insiders(200, 200), async (stage) => ({ body: { channelId: await stage.channel(), text: 'Draft' } })),
  on('saveDraft', 'a private channel without the member', insiders(404, 200), async (stage) => ({ body: { channelId: await hidden(stage), text: 'Draft' } })),
  on('saveDraft', 'a thread of another channel', insiders(404, 404), async (stage) => ({
    body: { channelId: await stage.channel(), threadId: (await message(stage, await hidden(stage))).messageId, text: 'Draft' },
  })),
  on('createScheduledMessage', 'a public channel', insiders(201, 201), async (stage) => ({ body: scheduled(await stage.channel()) })),
  on('createScheduledMessage', 'a private channel without the member', insiders(404, 201), async (stage) => ({ body: scheduled(await hidden(stage)) })),
  on('createScheduledMessage', 'an archived channel', insiders(409, 409), async (stage) => ({ body: scheduled(await stage.archivedChannel()) })),
  on('updateScheduledMessage', 'the lead’s', leadsOwn(200), async (stage) => ({ ...(await scheduledBy(stage, 'lead')), body: { text: 'Other' } })),
  on('deleteScheduledMessage', 'the lead’s', leadsOwn(204), (stage) => scheduledBy(stage, 'lead')),
  on('sendScheduledMessage', 'the lead’s', leadsOwn(201), (stage) => scheduledBy(stage, 'lead')),
  on('sendScheduledMessage', 'somebody else’s in my channel', signedIn(404), (stage) => scheduledBy(stage, 'spare')),
  on('updateSidebar', 'mine', signedIn(200), async (stage, role) => {
    const me = account(stage, role);
    const { snapshot } = await me.api.call('sync', { body: { cursors: {} } });
    return { body: snapshot!.sidebar };
  }),
  on('updateMembership', 'a public channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel() }, body: { muted: true } })),
  on('updateMembership', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await hidden(stage) }, body: { muted: true } })),
];
