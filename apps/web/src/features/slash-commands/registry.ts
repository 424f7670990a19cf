import { LIMITS, normaliseEmoji } from '@parvis/contracts';
import { extractMentions, parseMarkdown, toPlainText } from '@parvis/rich-text';
import { openDialog } from '../../app/dialogs.tsx';
import { api, problemCode } from '../../sync/index.ts';
import { type Command, type CommandContext, type CommandName, type CommandPlace, CommandProblem } from './command.ts';
import { parsePoll } from './parse-poll.ts';
import { parseSpan, parseWhen } from './parse-when.ts';

const SHRUG = String.raw`¯\\\_(ツ)\_/¯`;
const HOUR = 3_600_000;
/** Words that take back what a command set. */
const OFF = new Set(['off', 'clear', 'none', 'non', 'aucun', 'effacer', 'stop']);

const plain = (markdown: string): string => toPlainText(parseMarkdown(markdown)).trim();

export const commands: Readonly<Record<CommandName, Command>> = {
  me: {
    run: async (argument, { send, t }) => {
      if (argument === '') throw new CommandProblem(t('problem.me'));
      await send(argument, 'me');
    },
  },
  shrug: { run: (argument, { send }) => send(argument === '' ? SHRUG : `${argument} ${SHRUG}`) },
  remind: { run: remind },
  poll: {
    run: async (argument, { entry, threadId }) => {
      openDialog('poll', { channelId: entry.channel.id, ...(threadId !== null && { threadId }), ...parsePoll(plain(argument)) });
    },
  },
  status: { run: status },
  dnd: { run: doNotDisturb },
  topic: {
    inThreads: false,
    mayRun: ({ rights }) => rights.setTopic,
    run: async (argument, { entry, t }) => {
      const topic = plain(argument).replaceAll(/\s+/gu, ' ');
      if (topic === '') throw new CommandProblem(t('problem.topic'));
      if (topic.length > LIMITS.topic) throw new CommandProblem(t('problem.topicLong', { count: LIMITS.topic }));
      await api.call('updateChannel', { params: { id: entry.channel.id }, body: { topic } });
    },
  },
  invite: { inThreads: false, mayRun: ({ rights }) => rights.addMember, run: invite },
  doc: {
    inThreads: false,
    mayRun: ({ rights }) => rights.send,
    run: async (argument, { entry, openDocument }) => {
      const title = plain(argument).replaceAll(/\s+/gu, ' ').slice(0, LIMITS.documentTitle);
      const { document } = await api.call('createDocument', { body: { channelId: entry.channel.id, title, clientId: crypto.randomUUID() } });
      openDocument(document.id);
    },
  },
  mute: {
    run: async (_, { entry, tell, t }) => {
      const set = (muted: boolean) => api.call('updateMembership', { params: { id: entry.channel.id }, body: { muted } });
      const { muted } = entry.membership;
      await set(!muted);
      tell(t(muted ? 'done.unmuted' : 'done.muted'), () => set(muted));
    },
  },
  leave: {
    inThreads: false,
    mayRun: ({ rights }) => rights.leave,
    run: async (_, { entry: { channel }, goHome, tell, t }) => {
      const params = { id: channel.id };
      // What one can't come back to by oneself asks first.
      if (channel.kind !== 'public') return openDialog('leaveConversation', { channel });
      await api.call('leaveChannel', { params });
      goHome();
      tell(t('done.left', { name: channel.name }), () => api.call('joinChannel', { params }));
    },
  },
  help: { run: async (_, context) => openDialog('commands', { names: offered(context) }) },
};

/** Those that the person may run there, in the order they are shown. */
export const offered = (place: CommandPlace): CommandName[] =>
  (Object.keys(commands) as CommandName[]).filter((name) => {
    const { inThreads = true, mayRun } = commands[name];
    return (inThreads || place.threadId === null) && (mayRun?.(place) ?? true);
  });

/** Why one that there is can't be run there. */
export const refusalOf = (name: CommandName, { threadId }: CommandPlace): 'notInThread' | 'forbidden' =>
  threadId !== null && commands[name].inThreads === false ? 'notInThread' : 'forbidden';

async function remind(argument: string, { entry, language, t, tell, dateTime }: CommandContext): Promise<void> {
  const when = await parseWhen(plain(argument), language);
  if (!when) throw new CommandProblem(t('problem.remindWhen'));
  const text = when.rest.replace(/^(?:me\s+)?(?:to|of|about|that|de|d['’]|que)\s*(?=\S)/iu, '').trim();
  if (text === '') throw new CommandProblem(t('problem.remindWhat'));
  if (when.at.getTime() <= Date.now()) throw new CommandProblem(t('problem.past', { time: dateTime(when.at) }));
  await api.call('createSaved', { body: { text, channelId: entry.channel.id, remindAt: when.at.toISOString(), clientId: crypto.randomUUID() } });
  tell(t('done.remind', { time: dateTime(when.at) }));
}

async function status(argument: string, { t, tell }: CommandContext): Promise<void> {
  const words = plain(argument);
  if (words === '') return openDialog('status');
  if (OFF.has(words.toLowerCase())) {
    await api.call('clearStatus');
    return tell(t('done.statusCleared'));
  }
  const [first = ''] = words.split(/\s/u, 1);
  const emoji = normaliseEmoji(first);
  const text = emoji === null ? words : words.slice(first.length).trim();
  if (text.length > LIMITS.statusText) throw new CommandProblem(t('problem.statusLong', { count: LIMITS.statusText }));
  await api.call('setStatus', { body: { emoji: emoji ?? '', text, expiresAt: null } });
  tell(t('done.status'));
}

async function doNotDisturb(argument: string, { me, language, t, tell, dateTime }: CommandContext): Promise<void> {
  const words = plain(argument);
  const resting = me.doNotDisturbUntil !== null && Date.parse(me.doNotDisturbUntil) > Date.now();
  if (OFF.has(words.toLowerCase()) || (words === '' && resting)) {
    await api.call('setDoNotDisturb', { body: { until: null } });
    return tell(t('done.dndOff'));
  }
  const until = words === '' ? new Date(Date.now() + HOUR) : await parseSpan(words, language);
  if (!until) throw new CommandProblem(t('problem.dnd'));
  if (until.getTime() <= Date.now()) throw new CommandProblem(t('problem.past', { time: dateTime(until) }));
  await api.call('setDoNotDisturb', { body: { until: until.toISOString() } });
  tell(t('done.dnd', { time: dateTime(until) }));
}

async function invite(argument: string, { entry, t, tell }: CommandContext): Promise<void> {
  const { userIds } = extractMentions(argument);
  if (userIds.length === 0) throw new CommandProblem(t('problem.invite'));
  for (const userId of userIds) {
    await api.call('addChannelMember', { params: { id: entry.channel.id }, body: { userId } }).catch((error: unknown) => {
      if (problemCode(error) !== 'already_member') throw error;
    });
  }
  tell(t('done.invited', { count: userIds.length }));
}
