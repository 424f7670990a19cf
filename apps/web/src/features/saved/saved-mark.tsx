import { IconBookmarkFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { useSavedItem } from '../../sync/index.ts';
import classes from './saved-mark.module.css';

/** Above a message that I saved: that I did, and when I am reminded. */
export function SavedMark({ messageId }: { messageId: string }) {
  const item = useSavedItem(messageId);
  return item === undefined ? null : <Mark remindAt={item.remindAt} due={item.remindedAt !== null} />;
}

function Mark({ remindAt, due }: { remindAt: string | null; due: boolean }) {
  const { t } = useTranslation('saved');
  const format = useFormat();
  return (
    <div className={classes.mark} data-due={due || undefined}>
      <IconBookmarkFilled size={13} aria-hidden />
      {remindAt === null ? t('mark') : t(due ? 'markDue' : 'markRemind', { time: format.relative(remindAt) })}
    </div>
  );
}
