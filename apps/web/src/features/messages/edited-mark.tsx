import type { Message } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import { fullTime } from './format-time.ts';
import classes from './message-row.module.css';
import type { RowActions } from './row-actions.ts';

interface EditedMarkProps {
  message: Message & { editedAt: string };
  actions: RowActions;
  /** In the tab order. */
  tabStop: boolean;
}

/** Says that a message was edited; opens what it said before, for those who may see it. */
export function EditedMark({ message, actions, tabStop }: EditedMarkProps) {
  const { t, i18n } = useTranslation('messages');
  const title = fullTime(message.editedAt, formatLocale(i18n.language));
  if (!actions.maySeeHistory(message)) return <span className={classes.mark} title={title}>{t('row.edited')}</span>;
  return (
    <button type="button" className={classes.markButton} title={title} tabIndex={tabStop ? 0 : -1} onClick={() => actions.showHistory(message)}>
      {t('row.edited')}
    </button>
  );
}
