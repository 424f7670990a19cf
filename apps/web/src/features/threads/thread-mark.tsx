import type { Message } from '@parvis/contracts';
import { excerpt } from '@parvis/rich-text';
import { IconCornerDownRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { useOpenThread } from './use-thread-place.ts';
import classes from './thread-summary.module.css';

interface ThreadMarkProps {
  message: Pick<Message, 'id' | 'channelId' | 'threadId' | 'alsoInChannel'>;
  /** It is shown in its thread. */
  inThread: boolean;
  tabStop: boolean;
}

const LENGTH = 80;

/** On a reply: among the channel's messages, which thread it is of; in the thread, that the channel shows it too. */
export function ThreadMark({ message, inThread, tabStop }: ThreadMarkProps) {
  const { t } = useTranslation('threads');
  const open = useOpenThread();
  const { channelId, threadId } = message;
  const root = useWorkspace((state) => state.windows[channelId]?.messages.find(({ id }) => id === threadId)?.text);
  if (threadId === undefined) return null;
  if (inThread) {
    return message.alsoInChannel === true ? <div className={classes.mark}><IconCornerDownRight size={14} aria-hidden /><span>{t('alsoInChannel')}</span></div> : null;
  }
  const about = root === undefined ? '' : excerpt(root, LENGTH).replaceAll('\n', ' ');
  return (
    <button type="button" className={classes.mark} tabIndex={tabStop ? 0 : -1} onClick={() => open({ channelId, threadId, replyId: message.id })}>
      <IconCornerDownRight size={14} aria-hidden />
      <span>{about === '' ? t('inThread') : t('inThreadOf', { text: about })}</span>
    </button>
  );
}
