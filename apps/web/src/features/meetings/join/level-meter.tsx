import { IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './level-meter.module.css';
import { useTrackLevel } from './use-track-level.ts';

/** Whether the microphone hears me. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useTranslation('meetings');
  const level = useTrackLevel(track);
  return (
    <div className={classes.row}>
      <IconMicrophone size={16} aria-hidden />
      <div className={classes.meter} role="meter" aria-label={t('devices.level')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 100)}>
        <span className={classes.bar} style={{ transform: `scaleX(${level.toFixed(2)})` }} />
      </div>
    </div>
  );
}
