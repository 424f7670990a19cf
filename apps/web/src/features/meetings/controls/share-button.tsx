import { IconScreenShare, IconScreenShareOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { ControlButton } from './control-button.tsx';
import { KEYS } from './keys.ts';
import { useControls } from './use-controls.ts';

/** Phones share no screens. */
export const canShare = (): boolean => typeof (navigator.mediaDevices as MediaDevices | undefined)?.getDisplayMedia === 'function';

export function ShareButton() {
  const { t } = useTranslation('meetings');
  const on = useMeetingView((view) => view.local.screen.state === 'on');
  const allowed = useMeetingView((view) => view.sources.includes('screen'));
  const { toggleShare } = useControls();
  if (!canShare()) return null;
  const { keys, shownKeys } = KEYS.share;
  const label = t(on ? 'control.stopShare' : allowed ? 'control.share' : 'control.shareNotAllowed');
  return <ControlButton label={label} icon={on ? IconScreenShareOff : IconScreenShare} tone={on ? 'on' : 'plain'} disabled={!on && !allowed} keys={keys} shownKeys={shownKeys} onClick={toggleShare} />;
}
