import type { User } from '@parvis/contracts';
import type { TFunction } from 'i18next';
import type { ChannelEntry } from '../../sync/index.ts';
import type { ChannelRights } from '../channels/index.ts';

export const COMMAND_NAMES = ['me', 'shrug', 'remind', 'poll', 'status', 'dnd', 'topic', 'invite', 'doc', 'mute', 'leave', 'help'] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

const ALONE: ReadonlySet<CommandName> = new Set(['mute', 'leave', 'help']);
/** What a command takes, as "[what] [when]"; empty for one that takes nothing. */
export const takesOf = (name: CommandName, t: TFunction<'commands'>): string => (ALONE.has(name) ? '' : t(`takes.${name}`));

/** Who runs a command, where, and what it may do to the screen. */
export interface CommandContext {
  entry: ChannelEntry;
  /** Of the thread that is written in; null: the conversation itself. */
  threadId: string | null;
  rights: ChannelRights;
  me: User;
  /** Of the texts that the person reads. */
  language: string;
  t: TFunction<'commands'>;
  dateTime: (at: Date) => string;
  send: (text: string, style?: 'me') => Promise<void>;
  tell: (message: string, undo?: () => Promise<unknown>) => void;
  goHome: () => void;
  openDocument: (documentId: string) => void;
}

/** What decides which commands are offered. */
export type CommandPlace = Pick<CommandContext, 'entry' | 'rights' | 'threadId'>;

export interface Command {
  /** False: it concerns the conversation as a whole, and is not for its threads. */
  inThreads?: false;
  /** Left out: everybody who may write there. */
  mayRun?: (place: CommandPlace) => boolean;
  /** `argument`: Markdown. Throws `CommandProblem` when it can't be understood; what was written then stays. */
  run: (argument: string, context: CommandContext) => Promise<void>;
}

/** What is wrong with a command, in a sentence that says how to write it. */
export class CommandProblem extends Error {}
