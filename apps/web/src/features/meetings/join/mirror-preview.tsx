import { Avatar } from '@parvis/ui';
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ControlButton } from '../controls/control-button.tsx';
import dark from '../stage/dark.module.css';
import { Video } from '../stage/video.tsx';
import { PROBLEM_KEYS } from './device-problem.ts';
import classes from './preview.module.css';
import type { Wanted } from './preview.tsx';
import { useMirror } from './use-mirror.ts';

interface MirrorPreviewProps {
  wanted: Wanted;
  onWant: (wanted: Wanted) => void;
  name: string;
}

/** The mirror of who isn't signed in yet, whom the engine therefore doesn't know: the camera alone, given back before it is joined. */
export function MirrorPreview({ wanted, onWant, name }: MirrorPreviewProps) {
  const { t } = useTranslation('meetings');
  const { track, problem } = useMirror(wanted.camera);
  return (
    <div className={classes.preview}>
      <div className={`${dark.dark} ${classes.frame}`} role="group" aria-label={t('join.preview')}>
        {track ? <Video track={track} mirrored /> : <Avatar id="guest" name={name || '?'} size={88} />}
        <div className={classes.buttons}>
          <ControlButton label={t(wanted.microphone ? 'control.mute' : 'control.unmute')} icon={wanted.microphone ? IconMicrophone : IconMicrophoneOff} tone={wanted.microphone ? 'plain' : 'off'} onClick={() => onWant({ ...wanted, microphone: !wanted.microphone })} />
          <ControlButton label={t(wanted.camera ? 'control.stopCamera' : 'control.startCamera')} icon={wanted.camera ? IconVideo : IconVideoOff} tone={wanted.camera ? 'plain' : 'off'} onClick={() => onWant({ ...wanted, camera: !wanted.camera })} />
        </div>
      </div>
      {problem !== null && <p className={classes.problem} role="alert">{t(`problem.camera.${PROBLEM_KEYS[problem]}`)}</p>}
    </div>
  );
}
