import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { ControlButton } from './control-button.tsx';
import { KEYS } from './keys.ts';
import { useControls } from './use-controls.ts';

export function MicrophoneButton() {
  const { t } = useTranslation('meetings');
  const state = useMeetingView((view) => view.local.microphone.state);
  const pushToTalk = useMeetingView((view) => view.pushToTalk);
  const { toggleMicrophone } = useControls();
  const on = state === 'on';
  const label = state === 'muted_by_host' ? t('control.mutedByHost') : pushToTalk ? t('control.pushToTalk') : t(on ? 'control.mute' : 'control.unmute');
  const { keys, shownKeys } = KEYS.microphone;
  return <ControlButton label={label} icon={on ? IconMicrophone : IconMicrophoneOff} tone={on ? 'plain' : 'off'} keys={keys} shownKeys={shownKeys} onClick={toggleMicrophone} />;
}

export function CameraButton() {
  const { t } = useTranslation('meetings');
  const on = useMeetingView((view) => view.local.camera.state === 'on');
  const { toggleCamera } = useControls();
  const { keys, shownKeys } = KEYS.camera;
  return <ControlButton label={t(on ? 'control.stopCamera' : 'control.startCamera')} icon={on ? IconVideo : IconVideoOff} tone={on ? 'plain' : 'off'} keys={keys} shownKeys={shownKeys} onClick={toggleCamera} />;
}
