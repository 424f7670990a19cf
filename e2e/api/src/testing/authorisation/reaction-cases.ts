import { type Case, insiders, on, type Row, signedIn } from './case.ts';
import { finished } from './file-cases.ts';
import type { RoleName, Stage } from './stage.ts';

const hidden = (stage: Stage) => stage.channel('private', []);
const byMember = async (stage: Stage) => stage.message(await stage.channel(), stage.people.member);
const byLeadHidden = async (stage: Stage) => stage.message(await hidden(stage), stage.people.lead);
const archived = async (stage: Stage) => {
  const message = await byMember(stage);
  await stage.people.lead.api.call('archiveChannel', { params: { id: message.channelId } });
  return message;
};
/** Where only moderators write. */
const announced = async (stage: Stage) => {
  const message = await byMember(stage);
  await stage.people.lead.api.call('updateChannel', { params: { id: message.channelId }, body: { posting: 'moderators' } });
  return message;
};
const toGuest = async (stage: Stage) => stage.message(await stage.guestChannel(), stage.people.lead);
const withTask = async (stage: Stage) => {
  const channelId = await stage.channel();
  const { id } = await stage.people.member.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: '- [ ] bread' } });
  return { channelId, messageId: id, index: 0 };
};
const setHistory = async (stage: Stage, editHistory: 'everyone' | 'moderators' | 'nobody') => {
  await stage.people.owner.api.call('updateOrganisation', { body: { editHistory } });
  return { params: await byMember(stage) };
};

const onlyInside: Row = [401, 200, 404, 404, 200, 404, 404];
const emoji = '👍';
const picture = async (stage: Stage, role: RoleName) => (await finished(stage, role === 'anonymous' ? stage.spare : stage.people[role])).fileId;
const addEmoji = async (stage: Stage, role: RoleName, customEmojiBy: 'everyone' | 'admins') => {
  await stage.people.owner.api.call('updateOrganisation', { body: { customEmojiBy } });
  return { body: { name: `e${crypto.randomUUID().slice(0, 8)}`, fileId: await picture(stage, role) } };
};
const emojiBy = async (stage: Stage, role: 'member' | 'owner') => {
  await stage.people.owner.api.call('updateOrganisation', { body: { customEmojiBy: 'everyone' } });
  const { id } = await stage.people[role].api.call('createEmoji', { body: { name: `e${crypto.randomUUID().slice(0, 8)}`, fileId: await picture(stage, role) } });
  return { params: { id } };
};

export const reactionCases: Case[] = [
  on('addReaction', 'a message in a public channel', insiders(200, 200), async (stage) => ({ params: { ...(await byMember(stage)), emoji } })),
  on('addReaction', 'a message where only moderators write', insiders(200, 200), async (stage) => ({ params: { ...(await announced(stage)), emoji } })),
  on('addReaction', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { ...(await byLeadHidden(stage)), emoji } })),
  on('addReaction', 'a hidden message, named in a channel of mine', insiders(404, 404), async (stage) => ({
    params: { channelId: await stage.channel(), messageId: (await byLeadHidden(stage)).messageId, emoji },
  })),
  on('addReaction', 'a channel of the guest’s', onlyInside, async (stage) => ({ params: { ...(await toGuest(stage)), emoji } })),
  on('addReaction', 'an archived channel', insiders(409, 409), async (stage) => ({ params: { ...(await archived(stage)), emoji } })),
  on('removeReaction', 'a message in a public channel', insiders(200, 200), async (stage) => ({ params: { ...(await byMember(stage)), emoji } })),
  on('removeReaction', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { ...(await byLeadHidden(stage)), emoji } })),
  on('removeReaction', 'an archived channel', insiders(409, 409), async (stage) => ({ params: { ...(await archived(stage)), emoji } })),
  on('pinMessage', 'a message in a public channel', insiders(200, 200), async (stage) => ({ params: await byMember(stage) })),
  on('pinMessage', 'a message where only moderators write', insiders(403, 200), async (stage) => ({ params: await announced(stage) })),
  on('pinMessage', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byLeadHidden(stage) })),
  on('pinMessage', 'an archived channel', insiders(409, 409), async (stage) => ({ params: await archived(stage) })),
  on('unpinMessage', 'a message in a public channel', insiders(200, 200), async (stage) => ({ params: await byMember(stage) })),
  on('unpinMessage', 'a message where only moderators write', insiders(403, 200), async (stage) => ({ params: await announced(stage) })),
  on('unpinMessage', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byLeadHidden(stage) })),
  on('listPins', 'a public channel', insiders(200, 200), async (stage) => ({ params: { channelId: await stage.channel() } })),
  on('listPins', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { channelId: await hidden(stage) } })),
  on('tickTask', 'a task of the member’s', insiders(200, 200), async (stage) => ({ params: await withTask(stage), body: { done: true } })),
  on('tickTask', 'a message where only moderators write', insiders(403, 422), async (stage) => ({ params: { ...(await announced(stage)), index: 0 }, body: { done: true } })),
  on('tickTask', 'a private channel without the member', insiders(404, 422), async (stage) => ({ params: { ...(await byLeadHidden(stage)), index: 0 }, body: { done: true } })),
  on('listRevisions', 'the member’s message, for everybody', insiders(200, 200), (stage) => setHistory(stage, 'everyone')),
  on('listRevisions', 'the member’s message, for moderators', insiders(200, 200), (stage) => setHistory(stage, 'moderators')),
  on('listRevisions', 'the lead’s message, for moderators', insiders(403, 200), async (stage) => {
    await setHistory(stage, 'moderators');
    return { params: await stage.message(await stage.channel(), stage.people.lead) };
  }),
  on('listRevisions', 'the member’s message, for nobody', insiders(200, 403), (stage) => setHistory(stage, 'nobody')),
  on('listRevisions', 'a private channel without the member', insiders(404, 200), async (stage) => {
    await setHistory(stage, 'everyone');
    return { params: await byLeadHidden(stage) };
  }),
  on('listFrequentEmoji', 'mine', signedIn(200), () => ({})),
  on('listEmoji', 'all of them', signedIn(200), () => ({})),
  on('createEmoji', 'where everybody may', [401, 403, 201, 201, 201, 201, 201], (stage, role) => addEmoji(stage, role, 'everyone')),
  on('createEmoji', 'where admins may', [401, 403, 403, 403, 403, 201, 201], (stage, role) => addEmoji(stage, role, 'admins')),
  on('deleteEmoji', 'the member’s', [401, 403, 403, 204, 403, 204, 204], (stage) => emojiBy(stage, 'member')),
  on('deleteEmoji', 'the owner’s', [401, 403, 403, 403, 403, 204, 204], (stage) => emojiBy(stage, 'owner')),
  on('getEmojiImage', 'the member’s', signedIn(200), (stage) => emojiBy(stage, 'member')),
];
