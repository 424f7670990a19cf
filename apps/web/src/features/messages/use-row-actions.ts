import { can } from '@parvis/permissions';
import { useToasts } from '@parvis/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useMessageActions, useSendMessage, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import type { ListedMessage } from './listed-message.ts';
import { beginEdit, endEdit } from './pending-edits.ts';
import type { RowActions } from './row-actions.ts';
import { useDeleteMessage } from './use-delete-message.ts';

/** Address of a message, to hand on. */
export const permalink = (message: Pick<ListedMessage, 'id' | 'channelId'>): string => `${location.origin}/c/${message.channelId}?message=${message.id}`;

export function useRowActions(entry: ChannelEntry, setEditing: (messageId: string | null) => void): RowActions {
  const { t } = useTranslation('messages');
  const toasts = useToasts();
  const errorText = useErrorText();
  const me = useWorkspace((state) => state.me);
  const teamRole = useWorkspace((state) => (entry.channel.teamId === null ? null : (state.teams[entry.channel.teamId]?.role ?? null)));
  const { edit, markUnread } = useMessageActions();
  const { retry, discard } = useSendMessage(entry.channel.id);
  const remove = useDeleteMessage();
  const archived = entry.channel.archivedAt !== null;
  const channelRole = entry.membership.role;
  return useMemo(() => {
    const actor = { role: me.role };
    const place = ({ authorId }: ListedMessage) => ({ archived, channelRole, teamRole, own: authorId === me.id });
    const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
    return {
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
      copyLink: (message) => {
        navigator.clipboard.writeText(permalink(message)).then(
          () => toasts.show({ message: t('copied') }),
          () => toasts.show({ tone: 'error', message: t('copyFailed', { link: permalink(message) }), duration: null }),
        );
      },
      markUnread: (message) => void markUnread(message).catch(failed),
      retry: (clientId) => void retry(clientId),
      discard: (clientId) => void discard(clientId),
    };
  }, [me.id, me.role, archived, channelRole, teamRole, edit, markUnread, retry, discard, remove, setEditing, toasts, errorText, t]);
}

