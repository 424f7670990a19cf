import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { useWorkspace, type ChannelEntry, type OutgoingMessage } from '../../sync/index.ts';
import { useChannelRights } from '../channels/index.ts';
import type * as CommandKinds from './command.ts';
import type { CommandContext, CommandName } from './command.ts';
import { parseCommand } from './parse-command.ts';
import type * as Registry from './registry.ts';

/** A command as the composer offers it. */
export interface CommandSuggestion {
  name: CommandName;
  takes: string;
  help: string;
}

/** Why what was written was not run; it stays in the composer. */
export interface CommandNotice {
  text: string;
  /** It is no command: it may be meant as words. */
  unknown: boolean;
}

export interface Commands {
  /** Those that begin like this; null until they are loaded. */
  known: (query: string) => readonly CommandSuggestion[] | null;
  find: (query: string) => Promise<readonly CommandSuggestion[]>;
  /**
   * Null: it is no command, send it. Else whether it was run; if not, `notice` says why.
   * `send`: what the command says, from where it was written.
   */
  run: (markdown: string, send: (message: OutgoingMessage) => Promise<void>) => Promise<boolean> | null;
  notice: CommandNotice | null;
  dismiss: () => void;
}

type Loaded = typeof Registry & typeof CommandKinds;
let loaded: Loaded | null = null;

async function load(): Promise<Loaded> {
  loaded ??= { ...(await import('./registry.ts')), ...(await import('./command.ts')) };
  return loaded;
}

/** Slash commands of the composer of a conversation or thread. What they do is loaded when one begins to type one. */
export function useCommands(entry: ChannelEntry, threadId: string | null): Commands {
  const { t, i18n } = useTranslation('commands');
  const toasts = useToasts();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const format = useFormat();
  const rights = useChannelRights(entry);
  const me = useWorkspace((state) => state.me);
  const [notice, setNotice] = useState<CommandNotice | null>(null);
  const dismiss = useCallback(() => setNotice(null), []);

  return useMemo(() => {
    const place = { entry, threadId, rights };
    const matching = ({ offered, takesOf }: Loaded, query: string): CommandSuggestion[] =>
      offered(place)
        .filter((name) => name.startsWith(query.toLowerCase()))
        .map((name) => ({ name, takes: takesOf(name, t), help: t(`help.${name}`) }));
    const context: Omit<CommandContext, 'send'> = {
      ...place, me, t,
      language: i18n.language,
      dateTime: (at) => format.dateTime(at),
      tell: (message, undo) => {
        const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
        toasts.show({ message, ...(undo && { action: { label: t('undo'), run: () => void undo().catch(failed) } }) });
      },
      goHome: () => void navigate({ to: '/' }),
      openDocument: (documentId) => void navigate({ to: '/docs/$documentId', params: { documentId } }),
    };
    const attempt = async (name: string, argument: string, send: CommandContext['send']): Promise<boolean> => {
      const { COMMAND_NAMES, commands, offered, refusalOf, CommandProblem } = await load();
      const known = COMMAND_NAMES.find((candidate) => candidate === name);
      if (known === undefined || !offered(place).includes(known)) {
        setNotice({ text: t(known === undefined ? 'unknown' : refusalOf(known, place), { name }), unknown: known === undefined });
        return false;
      }
      try {
        await commands[known].run(argument, { ...context, send });
        return true;
      } catch (error) {
        setNotice({ text: error instanceof CommandProblem ? error.message : errorText(error), unknown: false });
        return false;
      }
    };
    return {
      notice,
      dismiss,
      known: (query) => loaded && matching(loaded, query),
      find: async (query) => matching(await load(), query),
      run: (markdown, send) => {
        setNotice(null);
        const typed = parseCommand(markdown);
        return typed && attempt(typed.name, typed.argument, (text, style) => send({ text, ...(style && { extras: { style } }) }));
      },
    };
  }, [entry, threadId, rights, me, t, i18n.language, format, toasts, errorText, navigate, notice, dismiss]);
}
