import { Button, CloseButton } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useUsers, type ChannelEntry } from '../../sync/index.ts';
import { useChannelRights, useConversationTitle } from '../channels/index.ts';
import classes from './mentioned-outsiders.module.css';

interface MentionedOutsidersProps {
  entry: ChannelEntry;
  userIds: readonly string[];
  onClose: () => void;
}

/** After a message mentioned people who aren't there: says that it didn't reach them, and offers to bring them in. */
export function MentionedOutsiders({ entry, userIds, onClose }: MentionedOutsidersProps) {
  const { t, i18n } = useTranslation('messages');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { addMember, addGuest } = useChannelRights(entry);
  const title = useConversationTitle(entry.channel);
  const users = useUsers(userIds);
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(users.map((user) => user?.name ?? '…'));
  const addable = users.filter((user) => user !== undefined && user.deactivatedAt === null && (user.role === 'guest' ? addGuest : addMember));
  const add = async () => {
    onClose();
    const calls = addable.map((user) => api.call('addChannelMember', { params: { id: entry.channel.id }, body: { userId: user!.id } }));
    const outcomes = await Promise.allSettled(calls);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    if (refused) toasts.show({ tone: 'error', message: errorText(refused.reason) });
    else toasts.show({ tone: 'success', message: t('outsiders.added', { title }) });
  };
  return (
    <div className={classes.notice} role="status">
      <span className={classes.text}>{t('outsiders.notice', { count: userIds.length, names })}</span>
      {addable.length === userIds.length && <Button size="compact-sm" variant="default" onClick={() => void add()}>{t('outsiders.add', { title })}</Button>}
      <CloseButton size={28} aria-label={t('close', { ns: 'common' })} onClick={onClose} />
    </div>
  );
}
