import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { ControlButton } from './control-button.tsx';
import { KEYS } from './keys.ts';
import { useControls } from './use-controls.ts';

export function HandButton() {
  const { t } = useTranslation('meetings');
  const up = useMeetingView((view) => view.me !== null && view.me.handRaisedAt !== null);
  const { toggleHand } = useControls();
  const { keys, shownKeys } = KEYS.hand;
  return <ControlButton label={t(up ? 'control.lowerHand' : 'control.raiseHand')} icon={IconHandStop} tone={up ? 'on' : 'plain'} keys={keys} shownKeys={shownKeys} onClick={toggleHand} />;
}
