import { IconScreenShare } from '@tabler/icons-react';
import { useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import classes from './tile.module.css';
import { useTileSize } from './use-tile-size.ts';
import { Video } from './video.tsx';

interface ScreenTileProps {
  participantId: string;
  size?: 'normal' | 'small' | 'large';
  style?: CSSProperties;
}

/** What somebody shares. All of it is shown: what is cut off can't be read. */
export function ScreenTile({ participantId, size = 'normal', style }: ScreenTileProps) {
  const { t } = useTranslation('meetings');
  const frame = useRef<HTMLDivElement>(null);
  const isMe = useMeetingView((view) => view.me?.id === participantId);
  const name = useMeetingView((view) => view.participants.find(({ id }) => id === participantId)?.name ?? '');
  const producerId = useMeetingView((view) => (isMe ? undefined : view.media[participantId]?.screen?.producerId));
  const track = useMeetingView((view) => (isMe ? view.local.screen.track : (view.media[participantId]?.screen?.track ?? null)));
  useTileSize(producerId, frame);
  const label = isMe ? t('share.mine') : t('share.of', { name });
  return (
    <div ref={frame} className={classes.tile} data-size={size} data-screen style={style} role="group" aria-label={label}>
      {track ? <Video track={track} whole /> : <span className={classes.waiting}>{t('share.coming')}</span>}
      <div className={classes.foot}>
        <span className={classes.name} aria-hidden><IconScreenShare size={15} /><span className={classes.nameText}>{label}</span></span>
      </div>
    </div>
  );
}
