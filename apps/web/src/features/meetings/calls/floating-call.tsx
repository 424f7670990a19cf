import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconArrowsDiagonal, IconPhoneOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentChannelId } from '../../channels/index.ts';
import { CameraButton, MicrophoneButton } from '../controls/own-buttons.tsx';
import { ControlButton } from '../controls/control-button.tsx';
import { useControls } from '../controls/use-controls.ts';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import dark from '../stage/dark.module.css';
import { ScreenTile } from '../stage/screen-tile.tsx';
import { PersonTile } from '../stage/tile.tsx';
import { useSharing } from '../stage/use-scene.ts';
import { useSteadySpeaker } from '../stage/use-steady-speaker.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import classes from './floating-call.module.css';
import { useCorner } from './use-corner.ts';

interface FloatingCallProps {
  meetingId: string;
  /** All of a window of its own. */
  fills?: boolean;
}

/** The meeting while I am elsewhere: who speaks, and what I need to go on or to go back. */
export function FloatingCall({ meetingId, fills = false }: FloatingCallProps) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const { leave } = useControls();
  const title = useMeetingTitle(useMeetingView((view) => view.meeting));
  const waiting = useMeetingView((view) => (runsMeeting(view.me) ? view.waiting.length : 0));
  // In a conversation the newest is read and written at the end; elsewhere things begin at the top.
  const corner = useCorner(useCurrentChannelId() === undefined ? 'bottom-end' : 'top-end');
  const back = () => {
    void navigate({ to: '/meet/$meetingId', params: { meetingId } });
    if (fills) window.focus();
  };
  return (
    <section className={`${dark.dark} ${fills ? classes.fills : classes.floating}`} aria-label={t('float.label', { title })} {...(!fills && corner.frame)}>
      <div className={classes.picture}>
        <Shown />
        {!fills && (
          <button type="button" className={classes.handle} aria-label={t('float.move', { title })} {...corner.handle}><span className={classes.title}>{title}</span></button>
        )}
        {waiting > 0 && <span className={classes.waiting}>{t('lobby.waiting', { count: waiting })}</span>}
      </div>
      <div className={classes.controls}>
        <MicrophoneButton />
        <CameraButton />
        <Tooltip label={t('float.back')}><ActionIcon className={classes.back} size={48} aria-label={t('float.back')} onClick={back}><IconArrowsDiagonal size={22} aria-hidden /></ActionIcon></Tooltip>
        <ControlButton label={t('control.leave')} icon={IconPhoneOff} tone="danger" onClick={leave} />
      </div>
    </section>
  );
}

/** What is shared comes first, then who speaks, then who came first, then I. */
function Shown() {
  const sharing = useSharing();
  const speaker = useSteadySpeaker();
  const meId = useMeetingView((view) => view.me?.id);
  const first = useMeetingView((view) => view.participants.find(({ id }) => id !== view.me?.id)?.id);
  const speaks = useMeetingView((view) => (view.participants.some(({ id }) => id === speaker) ? speaker : null));
  const share = sharing.findLast((id) => id !== meId);
  if (share !== undefined) return <ScreenTile participantId={share} size="small" />;
  const shown = speaks ?? first ?? meId;
  return shown === undefined ? null : <PersonTile key={shown} participantId={shown} size="small" bare />;
}
