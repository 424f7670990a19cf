import { IconArrowDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './jump-to-latest.module.css';

export function JumpToLatest({ count, onClick }: { count: number; onClick: () => void }) {
  const { t } = useTranslation('messages');
  return (
    <button type="button" className={classes.button} data-news={count > 0 || undefined} onClick={onClick}>
      <IconArrowDown size={16} aria-hidden />
      {count > 0 ? t('jump.news', { count }) : t('jump.latest')}
    </button>
  );
}
