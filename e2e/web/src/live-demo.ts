import type { Message } from '@parvis/contracts';
import type { TestAccount } from '@parvis/testing';

export interface LiveDemo {
  /** Where it all is. */
  channelId: string;
  teamId: string;
  /** The message with a thread. */
  threadId: string;
}

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** What a morning's work leaves behind in the demonstration: a thread, reactions, a poll, things kept for later. */
export async function liveDemo({ camille, owen }: { camille: TestAccount; owen: TestAccount }): Promise<LiveDemo> {
  const { channels } = await owen.api.call('listChannels', {});
  const { teams } = await owen.api.call('listTeams', {});
  const teamId = teams.find(({ team }) => team.name === 'Atelier')!.team.id;
  const channelId = channels.find(({ channel }) => channel.teamId === teamId && channel.general)!.channel.id;
  const send = (who: TestAccount, text: string, more: object = {}): Promise<Message> =>
    who.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text, ...more } });
  const place = ({ id }: Message) => ({ channelId, messageId: id });

  const plan = await send(owen, 'Who takes which post on Saturday? Details in the thread.');
  const first = await send(camille, 'Je prends l’accueil, avec Elena.', { threadId: plan.id });
  await send(owen, 'Then I stay with the band saw.', { threadId: plan.id, quotedMessageId: first.id });
  await send(owen, 'All posts are taken.', { threadId: plan.id, alsoInChannel: true });
  await owen.api.call('pinMessage', { params: place(plan) });
  for (const emoji of ['👍', '🎉']) await camille.api.call('addReaction', { params: { ...place(plan), emoji } });
  await owen.api.call('addReaction', { params: { ...place(plan), emoji: '👍' } });
  const poll = await send(owen, '', { poll: { question: 'Lunch on Saturday?', options: ['Crêpes', 'Couscous', 'Everybody brings something'], multiple: true, anonymous: false, closesAt: soon(48) } });
  await owen.api.call('votePoll', { params: place(poll), body: { optionIds: [0, 2] } });
  await camille.api.call('votePoll', { params: place(poll), body: { optionIds: [0] } });
  await send(camille, 'range les copeaux', { style: 'me' });
  await send(owen, [
    '> [!TIP]\n> Bring gloves.', '- [x] trestles\n- [ ] signs', 'Sail area: $A = \\frac{1}{2} b h$, and the surprise is ||a new dinghy||.',
    '| Post | Who |\n| :--- | ---: |\n| Welcome | Elena |\n| Saw | Owen |',
  ].join('\n\n'));

  await owen.api.call('setStatus', { body: { emoji: '🪚', text: 'In the workshop until 17:00', expiresAt: soon(5) } });
  await camille.api.call('setDoNotDisturb', { body: { until: soon(1) } });
  for (const who of [owen, camille]) {
    await who.api.call('createSaved', { body: { messageId: poll.id, remindAt: soon(20) } });
    await who.api.call('createSaved', { body: { text: 'Call the sailmaker' } });
    await who.api.call('saveDraft', { body: { channelId, text: 'Not sent yet: the **list** of tools', threadId: plan.id } });
    await who.api.call('createScheduledMessage', { body: { clientId: crypto.randomUUID(), channelId, text: 'Good morning! The gates open at 9.', sendAt: soon(30) } });
    const { sidebar } = (await who.api.call('sync', { body: { cursors: {} } })).snapshot!;
    const [favourites, ...others] = sidebar.sections;
    await who.api.call('updateSidebar', {
      body: {
        version: sidebar.version,
        sections: [{ ...favourites!, channelIds: [channelId] }, ...others, { id: crypto.randomUUID(), kind: 'own', name: 'Korrigan', collapsed: false, channelIds: [] }],
      },
    });
  }
  return { channelId, teamId, threadId: plan.id };
}
