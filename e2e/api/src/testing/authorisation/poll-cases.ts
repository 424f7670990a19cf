import type { Message } from '@parvis/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import { type Case, insiders, on, signedIn } from './case.ts';
import type { Stage } from './stage.ts';

const hidden = (stage: Stage) => stage.channel('private', []);
const later = () => new Date(Date.now() + 3_600_000).toISOString();
const vote = { body: { optionIds: [0] } };

async function sentBy(stage: Stage, who: 'lead' | 'member', channelId: string, text: string, poll = false): Promise<Message> {
  return stage.people[who].api.call('sendMessage', {
    params: { channelId }, body: { clientId: crypto.randomUUID(), text, ...(poll && { poll: { question: 'Where?', options: ['Here', 'There'] } }) },
  });
}

const byPoll = async (stage: Stage, channelId: string, who: 'lead' | 'member' = 'lead') => ({ channelId, messageId: (await sentBy(stage, who, channelId, '', true)).id });

/** Of the lead's message; there once the server has asked the page. */
async function preview(stage: Stage, channelId: string): Promise<{ channelId: string; messageId: string; previewId: string }> {
  await stage.people.owner.api.call('updateOrganisation', { body: { linkPreviews: true } });
  const { id: messageId } = await sentBy(stage, 'lead', channelId, stage.page);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [found] = (await stage.people.lead.api.call('getMessage', { params: { channelId, messageId } })).previews ?? [];
    if (found) return { channelId, messageId, previewId: found.id };
    await delay(50);
  }
  throw new Error('the preview did not come');
}

const forward = async (stage: Stage, from: string, to: string) => ({
  params: { channelId: from, messageId: (await sentBy(stage, 'lead', from, 'Hello')).id }, body: { channelId: to, clientId: crypto.randomUUID(), text: '' },
});

/** Polls, previews, forwarding, and what people say of themselves. */
export const pollCases: Case[] = [
  on('votePoll', 'a public channel', insiders(200, 200), async (stage) => ({ params: await byPoll(stage, await stage.channel()), ...vote })),
  on('votePoll', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byPoll(stage, await hidden(stage)), ...vote })),
  on('getPollVote', 'a public channel', insiders(200, 200), async (stage) => ({ params: await byPoll(stage, await stage.channel()) })),
  on('getPollVote', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byPoll(stage, await hidden(stage)) })),
  on('getPollVote', 'a hidden poll, named in a channel of mine', insiders(404, 404), async (stage) => ({
    params: { channelId: await stage.channel(), messageId: (await byPoll(stage, await hidden(stage))).messageId },
  })),
  on('closePoll', 'the member’s poll', insiders(200, 200), async (stage) => ({ params: await byPoll(stage, await stage.channel(), 'member') })),
  on('closePoll', 'the lead’s poll', insiders(403, 200), async (stage) => ({ params: await byPoll(stage, await stage.channel()) })),
  on('closePoll', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await byPoll(stage, await hidden(stage)) })),
  on('forwardMessage', 'from a public channel to another', insiders(201, 201), async (stage) => forward(stage, await stage.channel(), await stage.channel())),
  on('forwardMessage', 'from a private channel without the member', insiders(404, 201), async (stage) => forward(stage, await hidden(stage), await stage.channel())),
  on('forwardMessage', 'to a private channel without the member', insiders(404, 201), async (stage) => forward(stage, await stage.channel(), await hidden(stage))),
  on('removeLinkPreview', 'the lead’s message', insiders(403, 200), async (stage) => ({ params: await preview(stage, await stage.channel()) })),
  on('removeLinkPreview', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await preview(stage, await hidden(stage)) })),
  on('getLinkPreviewImage', 'a public channel', insiders(200, 200), async (stage) => ({ params: await preview(stage, await stage.channel()) })),
  on('getLinkPreviewImage', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: await preview(stage, await hidden(stage)) })),
  on('setStatus', 'mine', signedIn(200), () => ({ body: { emoji: '🏡', text: 'At home', expiresAt: later() } })),
  on('clearStatus', 'mine', signedIn(200), () => ({})),
  on('setDoNotDisturb', 'mine', signedIn(200), () => ({ body: { until: later() } })),
];
