import { type Case, insiders, on, signedIn } from './case.ts';
import type { Stage } from './stage.ts';

const hidden = (stage: Stage) => stage.channel('private', []);
const byMember = async (stage: Stage) => stage.message(await stage.channel(), stage.people.member);
const byLead = async (stage: Stage) => stage.message(await stage.channel(), stage.people.lead);
const byLeadHidden = async (stage: Stage) => stage.message(await hidden(stage), stage.people.lead);
const text = () => ({ clientId: crypto.randomUUID(), text: 'Hello' });

export const messageCases: Case[] = [
  on('listMessages', 'a public channel', insiders(200, 200), async (stage) => ({ params: { channelId: await stage.channel() } })),
  on('listMessages', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { channelId: await hidden(stage) } })),
  on('listMessages', 'a conversation of two', insiders(200, 200), async (stage) => ({ params: { channelId: await stage.direct() } })),
  on('getMessage', 'a public channel', insiders(200, 200), async (stage) => ({ params: await byMember(stage) })),
  on('getMessage', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byLeadHidden(stage) })),
  on('getMessage', 'a hidden message, named in a channel of mine', insiders(404, 404), async (stage) => ({
    params: { channelId: await stage.channel(), messageId: (await byLeadHidden(stage)).messageId },
  })),
  on('sendMessage', 'a public channel', insiders(201, 201), async (stage) => ({ params: { channelId: await stage.channel() }, body: text() })),
  on('sendMessage', 'a private channel without the member', insiders(404, 201), async (stage) => ({ params: { channelId: await hidden(stage) }, body: text() })),
  on('sendMessage', 'a conversation of two', insiders(201, 201), async (stage) => ({ params: { channelId: await stage.direct() }, body: text() })),
  on('sendMessage', 'an archived channel', insiders(409, 409), async (stage) => ({ params: { channelId: await stage.archivedChannel() }, body: text() })),
  on('editMessage', 'the member’s message', insiders(200, 403), async (stage) => ({ params: await byMember(stage), body: { text: 'Changed' } })),
  on('editMessage', 'the lead’s message', insiders(403, 200), async (stage) => ({ params: await byLead(stage), body: { text: 'Changed' } })),
  on('editMessage', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byLeadHidden(stage), body: { text: 'Changed' } })),
  on('deleteMessage', 'the member’s message', insiders(200, 200), async (stage) => ({ params: await byMember(stage) })),
  on('deleteMessage', 'the lead’s message', insiders(403, 200), async (stage) => ({ params: await byLead(stage) })),
  on('deleteMessage', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byLeadHidden(stage) })),
  on('sync', 'everything of mine', signedIn(200), () => ({ body: { cursors: {} } })),
];
