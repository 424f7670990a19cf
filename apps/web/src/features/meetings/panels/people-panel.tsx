import { Button } from '@mantine/core';
import { IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import { inOrder } from './in-order.ts';
import { InvitePeople } from './invite-people.tsx';
import { LobbyList } from './lobby-list.tsx';
import { PersonRow } from './person-row.tsx';
import classes from './side-panel.module.css';

/** Who is in it, hands first; who waits; and how more come. */
export function PeoplePanel() {
  const { t } = useTranslation('meetings');
  const participants = useMeetingView((view) => view.participants);
  const meId = useMeetingView((view) => view.me?.id);
  const runs = useMeetingView((view) => runsMeeting(view.me));
  const { muteAll } = useMeetingActions();
  return (
    <>
      <LobbyList />
      <section className={classes.section} aria-label={t('people.in', { count: participants.length })}>
        <h3 className={classes.heading}>
          {t('people.in', { count: participants.length })}
          {runs && participants.length > 1 && <Button size="compact-sm" variant="default" leftSection={<IconMicrophoneOff size={15} aria-hidden />} onClick={muteAll}>{t('people.muteAll')}</Button>}
        </h3>
        <ul className={classes.list}>{inOrder(participants, meId).map((participant) => <PersonRow key={participant.id} participant={participant} />)}</ul>
      </section>
      <InvitePeople />
    </>
  );
}
