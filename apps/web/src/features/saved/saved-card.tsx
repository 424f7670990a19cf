import { Button } from '@mantine/core';
import type { Message, SavedItem } from '@parvis/contracts';
import { messageExcerpt } from '@parvis/rich-text';
import { useToasts } from '@parvis/ui';
import { IconArrowBackUp, IconBell, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { placeClasses as classes } from '../../app/place-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { useSavedActions, useUser } from '../../sync/index.ts';
import { PlaceLink } from '../channels/index.ts';
import { useClock } from '../scheduled/index.ts';

export function SavedCard({ item, message }: { item: SavedItem; message: Message | null }) {
  const { t } = useTranslation('saved');
  const format = useFormat();
  const { at } = useClock();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { update, remove } = useSavedActions();
  const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
  const isDue = item.remindedAt !== null;
  const finish = () => {
    const undo = () => void update(item, { state: 'todo', remindAt: item.remindAt !== null && new Date(item.remindAt) > new Date() ? item.remindAt : null }).catch(failed);
    update(item, { state: 'done' }).then(() => toasts.show({ id: 'saved', message: t('finished'), action: { label: t('undo'), run: undo } }), failed);
  };
  return (
    <li className={classes.card} data-due={isDue || undefined}>
      <div className={classes.meta}>
        {item.channelId === null ? <span>{t('ownNote')}</span> : <PlaceLink channelId={item.channelId} messageId={message?.id} className={classes.place} />}
        {message !== null && <Author userId={message.authorId} />}
        <time dateTime={message?.createdAt ?? item.createdAt}>{format.dateTime(message?.createdAt ?? item.createdAt)}</time>
        {item.remindAt !== null && <span className={isDue ? classes.due : undefined}>{t(isDue ? 'due' : 'remindsAt', { time: isDue ? format.relative(item.remindAt) : at(item.remindAt) })}</span>}
      </div>
      <Words item={item} message={message} />
      <div className={classes.actions}>
        {item.state === 'todo'
          ? <Button size="compact-sm" variant="light" leftSection={<IconCheck size={16} aria-hidden />} onClick={finish}>{t('finish')}</Button>
          : <Button size="compact-sm" variant="light" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => void update(item, { state: 'todo' }).catch(failed)}>{t('putBack')}</Button>}
        <Button size="compact-sm" variant="default" leftSection={<IconBell size={16} aria-hidden />} onClick={() => openDialog('remind', { item })}>{t('remind')}</Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => void remove(item).catch(failed)}>{t('remove')}</Button>
      </div>
    </li>
  );
}

function Author({ userId }: { userId: string }) {
  const user = useUser(userId);
  return <span>{user?.name ?? '…'}</span>;
}

/** A message that I may no longer see is only said to be there. */
function Words({ item, message }: { item: SavedItem; message: Message | null }) {
  const { t } = useTranslation('saved');
  if (item.messageId === null) return <p className={classes.text}>{item.text}</p>;
  if (message === null) return <p className={classes.hidden}>{t('hidden')}</p>;
  if (message.deletedAt !== null) return <p className={classes.hidden}>{t('deleted')}</p>;
  return <p className={classes.text}>{messageExcerpt(message, 600)}</p>;
}
