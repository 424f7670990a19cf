import { type Case, insiders, on, signedIn } from './case.ts';
import type { Stage } from './stage.ts';

const hidden = (stage: Stage) => stage.channel('private', []);
const thread = async (stage: Stage) => (await stage.reply(await stage.channel())).root;
const hiddenThread = async (stage: Stage) => (await stage.reply(await hidden(stage))).root;

export const threadCases: Case[] = [
  on('listThreads', 'what I follow', signedIn(200), () => ({})),
  on('markThreadsRead', 'what I follow', signedIn(204), () => ({})),
  on('listReplies', 'a thread of a public channel', insiders(200, 200), async (stage) => ({ params: await thread(stage) })),
  on('listReplies', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await hiddenThread(stage) })),
  on('listReplies', 'a hidden thread, named in a channel of mine', insiders(404, 404), async (stage) => ({
    params: { channelId: await stage.channel(), messageId: (await hiddenThread(stage)).messageId },
  })),
  on('sendMessage', 'a thread of a public channel', insiders(201, 201), async (stage) => {
    const { channelId, messageId } = await thread(stage);
    return { params: { channelId }, body: { clientId: crypto.randomUUID(), text: 'Reply', threadId: messageId } };
  }),
  on('followThread', 'a thread of a public channel', insiders(200, 200), async (stage) => ({ params: await thread(stage) })),
  on('followThread', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await hiddenThread(stage) })),
  on('unfollowThread', 'a thread of a public channel', insiders(204, 204), async (stage) => ({ params: await thread(stage) })),
  on('unfollowThread', 'a private channel without the member', insiders(404, 204), async (stage) => ({ params: await hiddenThread(stage) })),
  on('moveThreadReadCursor', 'a thread of a public channel', insiders(204, 204), async (stage) => ({ params: await thread(stage), body: { seq: 1 } })),
  on('moveThreadReadCursor', 'a private channel without the member', insiders(404, 204), async (stage) => ({ params: await hiddenThread(stage), body: { seq: 1 } })),
  on('markThreadUnread', 'a thread of a public channel', insiders(204, 204), async (stage) => {
    const { root, replyId } = await stage.reply(await stage.channel());
    return { params: root, body: { replyId } };
  }),
  on('markThreadUnread', 'a private channel without the member', insiders(404, 204), async (stage) => {
    const { root, replyId } = await stage.reply(await hidden(stage));
    return { params: root, body: { replyId } };
  }),
];
