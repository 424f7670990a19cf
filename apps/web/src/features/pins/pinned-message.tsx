import { ActionIcon } from '@mantine/core';
import type { Message } from '@parvis/contracts';
import { parseMarkdown, toPlainText } from '@parvis/rich-text';
import { Avatar, Tooltip, useToasts } from '@parvis/ui';
import { IconPinnedOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { useMessageActions, useUser, useWorkspace } from '../../sync/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './pinned-messages.module.css';

interface PinnedMessageProps {
  message: Message;
  mayUnpin: boolean;
  onOpen: (() => void) | undefined;
  onUnpinned: () => void;
}

export function PinnedMessage({ message, mayUnpin, onOpen, onUnpinned }: PinnedMessageProps) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const toasts = useToasts();
  const errorText = useErrorText();
  const author = useUser(message.authorId);
  const meId = useWorkspace((state) => state.me.id);
  const pinner = useUser(message.pin?.userId);
  const { setPinned } = useMessageActions();
  const name = author?.name ?? '…';
  const unpin = (): void => {
    setPinned(message, false).then(onUnpinned, (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  };
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <Avatar id={message.authorId} name={name} size={24} src={author && avatarUrl(author)} />
        <span className={classes.name}>{name}</span>
        <time className={classes.time} dateTime={message.createdAt}>{format.dateTime(message.createdAt)}</time>
        {mayUnpin && (
          <Tooltip label={t('toolbar.unpin')}>
            <ActionIcon size={32} className={classes.unpin} aria-label={t('toolbar.unpin')} onClick={unpin}><IconPinnedOff size={17} stroke={1.7} /></ActionIcon>
          </Tooltip>
        )}
      </div>
      <p className={classes.text} dir="auto">{toPlainText(parseMarkdown(message.text)) || message.attachments?.map((file) => file.name).join(', ') || message.poll?.question || '…'}</p>
      <div className={classes.foot}>
        <span className={classes.time}>{message.pin?.userId === meId ? t('pin.byMe') : t('pin.by', { name: pinner?.name ?? '…' })}</span>
        <Link className={classes.link} to="/c/$channelId" params={{ channelId: message.channelId }} search={{ message: message.id }} onClick={onOpen}>{t('pin.open')}</Link>
      </div>
    </li>
  );
}
