import { can } from '@parvis/permissions';
import { parseMarkdown, toPlainText } from '@parvis/rich-text';
import { useToasts } from '@parvis/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useMessageActions, useSendMessage, useThreadActions, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { useReact } from '../reactions/index.ts';
import { useOpenThread } from '../threads/index.ts';
import type { ListedMessage } from './listed-message.ts';
import { beginEdit, endEdit } from './pending-edits.ts';
import { withTick } from './pending-ticks.ts';
import type { RowActions } from './row-actions.ts';
import { useDeleteMessage } from './use-delete-message.ts';

/** Address of a message, to hand on; of a reply that only its thread shows, in that. */
export const permalink = ({ id, channelId, threadId, alsoInChannel }: Pick<ListedMessage, 'id' | 'channelId' | 'threadId' | 'alsoInChannel'>): string =>
  `${location.origin}/c/${channelId}?${threadId === undefined || alsoInChannel === true ? `message=${id}` : `thread=${threadId}&reply=${id}`}`;

/** Where the rows are, and what of that place they may do something with. Stable. */
export interface RowPlace {
  threadId: string | null;
  onQuote: (message: ListedMessage) => void;
  onGoTo: (messageId: string) => void;
}

export function useRowActions(entry: ChannelEntry, setEditing: (messageId: string | null) => void, { threadId, onQuote, onGoTo }: RowPlace): RowActions {
  const { t } = useTranslation('messages');
  const toasts = useToasts();
  const errorText = useErrorText();
  const me = useWorkspace((state) => state.me);
  const teamRole = useWorkspace((state) => (entry.channel.teamId === null ? null : (state.teams[entry.channel.teamId]?.role ?? null)));
  const editHistory = useWorkspace((state) => state.organisation.editHistory);
  const { edit, markUnread, setPinned, tickTask } = useMessageActions();
  const react = useReact();
  const { retry, discard } = useSendMessage(entry.channel.id);
  const remove = useDeleteMessage();
  const openThread = useOpenThread();
  const { markUnread: markThreadUnread } = useThreadActions();
  const archived = entry.channel.archivedAt !== null;
  const { posting, mentionAll } = entry.channel;
  const channelRole = entry.membership.role;
  return useMemo(() => {
    const actor = { role: me.role };
    const place = ({ authorId }: ListedMessage) => ({ archived, channelRole, teamRole, posting, mentionAll, own: authorId === me.id });
    const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
    const mayAnswer = (message: ListedMessage) => message.deletedAt === null && can(actor, 'message.send', place(message));
    return {
      threadId,
      mayReply: (message) => threadId === null && mayAnswer(message),
      reply: (message) => openThread({ channelId: message.channelId, threadId: message.threadId ?? message.id }),
      mayQuote: mayAnswer,
      quote: onQuote,
      goTo: onGoTo,
      mayEdit: (message) => can(actor, 'message.edit', place(message)),
      mayDelete: (message) => can(actor, 'message.delete', place(message)),
      edit: (message) => setEditing(message.id),
      cancelEdit: (message) => {
        endEdit(message.id);
        setEditing(null);
      },
      saveEdit: (message, text) => {
        setEditing(null);
        if (text === message.text) return;
        beginEdit(message.id, text);
        edit(message, text).then(
          () => endEdit(message.id),
          (error: unknown) => {
            endEdit(message.id, text);
            failed(error);
            setEditing(message.id);
          },
        );
      },
      remove,
      mayReact: (message) => can(actor, 'message.react', place(message)),
      react,
      mayPin: (message) => can(actor, 'message.pin', place(message)),
      setPinned: (message, on) => {
        setPinned(message, on).then(
          () => toasts.show({ message: t(on ? 'pin.done' : 'pin.undone'), ...(!on && { action: { label: t('delete.undo'), run: () => void setPinned(message, true).catch(failed) } }) }),
          failed,
        );
      },
      mayTick: (message) => can(actor, 'message.tick_task', place(message)),
      tick: (message, index, done) => void withTick(message.id, index, done, (wanted) => tickTask(message, index, wanted)).catch(failed),
      maySeeHistory: (message) => message.editedAt !== null && can(actor, 'message.see_history', { ...place(message), editHistory }),
      showHistory: (message) => openDialog('revisions', { message }),
      showReactors: (message) => openDialog('reactors', { message }),
      copyLink: (message) => {
        navigator.clipboard.writeText(permalink(message)).then(
          () => toasts.show({ message: t('copied') }),
          () => toasts.show({ tone: 'error', message: t('copyFailed', { link: permalink(message) }), duration: null }),
        );
      },
      copyText: (message) => {
        navigator.clipboard.writeText(toPlainText(parseMarkdown(message.text))).then(
          () => toasts.show({ message: t('textCopied') }),
          () => toasts.show({ tone: 'error', message: t('textCopyFailed') }),
        );
      },
      markUnread: (message) => void (threadId !== null && message.threadId !== undefined ? markThreadUnread(message) : markUnread(message)).catch(failed),
      retry: (clientId) => void retry(clientId),
      discard: (clientId) => void discard(clientId),
    };
  }, [me.id, me.role, archived, posting, mentionAll, channelRole, teamRole, editHistory, edit, react, setPinned, tickTask, markUnread, retry, discard, remove, setEditing, threadId, onQuote, onGoTo, openThread, markThreadUnread, toasts, errorText, t]);
}

