import { Avatar } from '@parvis/ui';
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ControlButton } from '../controls/control-button.tsx';
import { useMeetingView } from '../engine/index.ts';
import dark from '../stage/dark.module.css';
import { Video } from '../stage/video.tsx';
import { PROBLEM_KEYS } from './device-problem.ts';
import { LevelMeter } from './level-meter.tsx';
import classes from './preview.module.css';

export interface Wanted {
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** Who stands in for the camera. */
export interface Face {
  readonly id: string;
  readonly name: string;
  readonly src?: string | null;
}

interface PreviewProps {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  face: Face;
}

/** How others will see and hear me; what is off here is off when I come in. */
export function Preview({ wanted, onWant, face }: PreviewProps) {
  const { t } = useTranslation('meetings');
  const camera = useMeetingView((view) => view.local.camera);
  const microphone = useMeetingView((view) => view.local.microphone);
  const shown = wanted.camera ? camera.track : null;
  return (
    <div className={classes.preview}>
      <div className={`${dark.dark} ${classes.frame}`} role="group" aria-label={t('join.preview')}>
        {shown ? <Video track={shown} mirrored /> : <Avatar id={face.id} name={face.name || '?'} src={face.src} size={96} />}
        {wanted.camera && camera.state === 'starting' && <span className={classes.starting}>{t('join.cameraStarts')}</span>}
        <div className={classes.buttons}>
          <ControlButton label={t(wanted.microphone ? 'control.mute' : 'control.unmute')} icon={wanted.microphone ? IconMicrophone : IconMicrophoneOff} tone={wanted.microphone ? 'plain' : 'off'} onClick={() => onWant({ ...wanted, microphone: !wanted.microphone })} />
          <ControlButton label={t(wanted.camera ? 'control.stopCamera' : 'control.startCamera')} icon={wanted.camera ? IconVideo : IconVideoOff} tone={wanted.camera ? 'plain' : 'off'} onClick={() => onWant({ ...wanted, camera: !wanted.camera })} />
        </div>
      </div>
      <LevelMeter track={wanted.microphone ? microphone.track : null} />
      {wanted.microphone && microphone.problem !== null && <p className={classes.problem} role="alert">{t(`problem.microphone.${PROBLEM_KEYS[microphone.problem]}`)}</p>}
      {wanted.camera && camera.problem !== null && <p className={classes.problem} role="alert">{t(`problem.camera.${PROBLEM_KEYS[camera.problem]}`)}</p>}
    </div>
  );
}
