import { IconPlugConnectedX, IconVolumeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import classes from './room-notices.module.css';

/** What is wrong with this device's part of the meeting, above the controls. */
export function RoomNotices() {
  const { t } = useTranslation(['meetings', 'errors']);
  const reconnecting = useMeetingView((view) => view.phase === 'reconnecting');
  const problem = useMeetingView((view) => view.problem);
  const recordingFailed = useMeetingView((view) => view.meeting?.recording?.state === 'failed');
  return (
    <div className={classes.notices}>
      {reconnecting && problem !== 'media_unreachable' && <p className={classes.notice} role="status"><IconPlugConnectedX size={18} aria-hidden />{t('reconnecting')}</p>}
      {problem === 'media_unreachable' && <p className={classes.notice} data-tone="error" role="alert">{t('mediaUnreachable')}</p>}
      {problem === 'autoplay_blocked' && <p className={classes.notice} role="status"><IconVolumeOff size={18} aria-hidden />{t('autoplayBlocked')}</p>}
      {recordingFailed && <p className={classes.notice} data-tone="error" role="alert">{t('record.failed')}</p>}
    </div>
  );
}
