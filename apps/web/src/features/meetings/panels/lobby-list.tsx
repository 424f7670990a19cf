import { Button } from '@mantine/core';
import { Avatar } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { avatarUrl } from '../../users/index.ts';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import rows from './person-row.module.css';
import classes from './side-panel.module.css';

/** Who waits to be let in, in the order they came. */
export function LobbyList() {
  const { t } = useTranslation('meetings');
  const runs = useMeetingView((view) => runsMeeting(view.me));
  const waiting = useMeetingView((view) => view.waiting);
  const { admit, admitAll, remove } = useMeetingActions();
  if (!runs || waiting.length === 0) return null;
  const title = t('lobby.waiting', { count: waiting.length });
  return (
    <section className={classes.section} aria-label={title}>
      <h3 className={classes.heading}>
        {title}
        {waiting.length > 1 && <Button size="compact-sm" onClick={admitAll}>{t('lobby.admitAll')}</Button>}
      </h3>
      <ul className={classes.list}>
        {waiting.map(({ id, userId, name, avatarVersion, guest }) => (
          <li key={id} className={rows.row}>
            <Avatar id={userId} name={name} src={avatarUrl({ id: userId, avatarVersion })} size={34} />
            <span className={rows.who}>
              <span className={rows.name}>{name}</span>
              {guest && <span className={rows.detail}>{t('guest')}</span>}
            </span>
            <Button size="compact-sm" variant="default" aria-label={t('lobby.refuseName', { name })} onClick={() => remove(id)}>{t('lobby.refuse')}</Button>
            <Button size="compact-sm" aria-label={t('lobby.admitName', { name })} onClick={() => admit(id)}>{t('lobby.admit')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
