import { ActionIcon } from '@mantine/core';
import type { Participant } from '@parvis/contracts';
import { ActionMenu, Avatar } from '@parvis/ui';
import { IconDots, IconHandStop, IconMicrophone, IconMicrophoneOff, IconScreenShare, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { avatarUrl } from '../../users/index.ts';
import { useMeetingView } from '../engine/index.ts';
import { usePerson } from '../stage/use-person.ts';
import { usePersonMenu } from '../stage/use-person-menu.tsx';
import classes from './person-row.module.css';

export function PersonRow({ participant }: { participant: Participant }) {
  const { t } = useTranslation('meetings');
  const { id, userId, name, avatarVersion, role, guest, handRaisedAt } = participant;
  const { isMe, muted } = usePerson(id);
  const menu = usePersonMenu(participant);
  const camera = useMeetingView((view) => (isMe ? view.local.camera.state === 'on' : view.media[id]?.camera?.paused === false));
  const shares = useMeetingView((view) => (isMe ? view.local.screen.state === 'on' : view.media[id]?.screen !== undefined));
  const detail = [role !== 'attendee' && t(`role.${role}`), guest && t('guest')].filter(Boolean).join(' · ');
  return (
    <li className={classes.row}>
      <Avatar id={userId} name={name} src={avatarUrl({ id: userId, avatarVersion })} size={34} />
      <span className={classes.who}>
        <span className={classes.name}>{isMe ? t('me', { name }) : name}</span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
      {handRaisedAt !== null && <IconHandStop className={classes.hand} size={18} role="img" aria-label={t('handUp')} />}
      {shares && <IconScreenShare size={18} role="img" aria-label={t('shares')} />}
      {camera && <IconVideo size={18} role="img" aria-label={t('cameraOn')} />}
      {muted ? <IconMicrophoneOff size={18} className={classes.muted} role="img" aria-label={t('muted')} /> : <IconMicrophone size={18} role="img" aria-label={t('unmuted')} />}
      <ActionMenu label={t('person.menu', { name })} actions={menu} width={250}>
        {(props) => <ActionIcon {...props} size={34} className={classes.menu} aria-label={t('person.menu', { name })}><IconDots size={18} aria-hidden /></ActionIcon>}
      </ActionMenu>
    </li>
  );
}
