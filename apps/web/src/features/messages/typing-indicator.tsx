import { useTranslation } from 'react-i18next';
import { useUsers } from '../../sync/index.ts';
import classes from './typing-indicator.module.css';

/** Keeps its line when nobody types, so that nothing jumps. */
export function TypingIndicator({ userIds }: { userIds: readonly string[] }) {
  const { t, i18n } = useTranslation('messages');
  const names = useUsers(userIds).map((user) => user?.name.split(' ')[0]).filter((name) => name !== undefined);
  const people = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names.slice(0, 3));
  const text = names.length === 0 ? '' : names.length > 3 ? t('typing.many') : t('typing.some', { count: names.length, people });
  return (
    <div className={classes.line}>
      {text && <span className={classes.dots} aria-hidden><span /><span /><span /></span>}
      <span className={classes.text}>{text}</span>
    </div>
  );
}
