import { Button } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import { setPanel, useStageChoice } from './stage-choice.ts';
import classes from './room-notices.module.css';

/** Hosts see at once who waits: the lobby must not be forgotten. */
export function LobbyBanner() {
  const { t } = useTranslation('meetings');
  const runs = useMeetingView((view) => runsMeeting(view.me));
  const waiting = useMeetingView((view) => view.waiting);
  const listed = useStageChoice((state) => state.panel === 'people');
  const { admit, admitAll } = useMeetingActions();
  const [first, ...more] = waiting;
  if (!runs || !first || listed) return null;
  return (
    <div className={classes.banner} role="status">
      <IconUserQuestion size={20} aria-hidden />
      <span className={classes.text}>{more.length === 0 ? t('lobby.one', { name: first.name }) : t('lobby.more', { name: first.name, count: more.length })}</span>
      <Button size="xs" variant="default" onClick={() => setPanel('people')}>{t('lobby.look')}</Button>
      <Button size="xs" onClick={() => (more.length === 0 ? admit(first.id) : admitAll())}>{t(more.length === 0 ? 'lobby.admit' : 'lobby.admitAll')}</Button>
    </div>
  );
}
