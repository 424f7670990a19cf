import { UnstyledButton } from '@mantine/core';
import { ActionMenu, Avatar } from '@parvis/ui';
import { IconDots, IconHandStop, IconMicrophoneOff, IconPinFilled, IconFocusCentered } from '@tabler/icons-react';
import { memo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { avatarUrl } from '../../users/index.ts';
import { useMeetingView } from '../engine/index.ts';
import { ConnectionBars } from './connection-bars.tsx';
import { ScreenTile } from './screen-tile.tsx';
import { useStageChoice } from './stage-choice.ts';
import classes from './tile.module.css';
import type { Tile } from './arrange.ts';
import { usePerson } from './use-person.ts';
import { usePersonMenu } from './use-person-menu.tsx';
import { useSpeaking } from './use-speaking.ts';
import { useTileSize } from './use-tile-size.ts';
import { Video } from './video.tsx';

interface TileProps {
  tile: Tile;
  /** `small`: in a strip or corner, with the least around the picture. */
  size?: 'normal' | 'small' | 'large';
  style?: CSSProperties;
}

export const StageTile = memo(function StageTile({ tile, ...rest }: TileProps) {
  return tile.source === 'screen' ? <ScreenTile participantId={tile.participantId} {...rest} /> : <PersonTile participantId={tile.participantId} {...rest} />;
});

interface PersonTileProps extends Omit<TileProps, 'tile'> {
  participantId: string;
  /** Without anything to press. */
  bare?: boolean;
}

/** Somebody in the meeting: their picture, or who they are. */
export function PersonTile({ participantId, size = 'normal', style, bare = false }: PersonTileProps) {
  const { t } = useTranslation('meetings');
  const frame = useRef<HTMLDivElement>(null);
  const { participant, isMe, muted, away, score } = usePerson(participantId);
  const camera = useMeetingView((view) => (view.me?.id === participantId ? undefined : view.media[participantId]?.camera));
  const own = useMeetingView((view) => (view.me?.id === participantId && view.local.camera.state === 'on' ? view.local.camera.track : null));
  const speaking = useSpeaking(participantId);
  const pinned = useStageChoice((state) => state.pinnedId === participantId);
  const spotlit = useMeetingView((view) => view.meeting?.spotlightId === participantId);
  const menu = usePersonMenu(participant);
  useTileSize(camera && !camera.paused ? camera.producerId : undefined, frame);
  if (!participant) return null;
  const { name, handRaisedAt } = participant;
  const track = isMe ? own : camera && !camera.paused ? camera.track : null;
  const shown = isMe ? t('me', { name }) : name;
  const marks = [shown, muted && t('muted'), handRaisedAt !== null && t('handUp'), away && t('away')].filter(Boolean).join(', ');
  return (
    <div ref={frame} className={classes.tile} data-size={size} data-speaking={(speaking && !muted) || undefined} data-away={away || undefined} style={style} role="group" aria-label={marks} data-participant={participantId}>
      {track && <Video track={track} mirrored={isMe} />}
      <span className={classes.face}><Avatar id={participant.userId} name={name} src={avatarUrl({ id: participant.userId, avatarVersion: participant.avatarVersion })} /></span>
      {handRaisedAt !== null && <span className={classes.hand} aria-hidden><IconHandStop size={size === 'small' ? 15 : 19} /></span>}
      <div className={classes.foot}>
        <span className={classes.name} aria-hidden>
          {muted && <IconMicrophoneOff size={14} className={classes.muted} />}
          {pinned && <IconPinFilled size={13} />}
          {spotlit && <IconFocusCentered size={14} />}
          <span className={classes.nameText}>{shown}</span>
        </span>
        {!bare && <ConnectionBars participantId={participantId} name={name} isMe={isMe} score={score} away={away} />}
      </div>
      {away && <span className={classes.awayText} aria-hidden>{t('away')}</span>}
      {!bare && menu.length > 0 && (
        <span className={classes.menu}>
          <ActionMenu label={t('person.menu', { name })} actions={menu} width={250}>
            {(props) => <UnstyledButton {...props} className={classes.menuButton} aria-label={t('person.menu', { name })}><IconDots size={18} aria-hidden /></UnstyledButton>}
          </ActionMenu>
        </span>
      )}
    </div>
  );
}
