import { ActionMenu, UnreadBadge, type MenuAction } from '@parvis/ui';
import {
  IconAdjustments, IconAntennaBars2, IconAntennaBars5, IconDots, IconHandStop, IconHeadphones, IconMaximize, IconMinimize, IconPictureInPicture, IconPlayerRecord, IconPlayerStop, IconSettings, IconSpace, IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../app/use-is-phone.ts';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import type { BandwidthMode } from '../engine/types.ts';
import { canFloat, openSmallWindow } from '../calls/small-window.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { setPanel } from '../stage/stage-choice.ts';
import { useFullScreen } from '../stage/use-full-screen.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import classes from './control-bar.module.css';
import { ControlButton } from './control-button.tsx';
import { EMOJI } from './react-button.tsx';
import { useLayoutActions } from './layout-menu.tsx';
import { useControls } from './use-controls.ts';
import { useRecordingService } from './use-recording-service.ts';

const BANDWIDTHS: readonly (readonly [BandwidthMode, typeof IconHeadphones])[] = [['full', IconAntennaBars5], ['low', IconAntennaBars2], ['audio_only', IconHeadphones]];

function useMoreActions(): MenuAction[] {
  const { t } = useTranslation('meetings');
  const engine = useMeetingEngine();
  const isPhone = useIsPhone();
  const controls = useControls();
  const actions = useMeetingActions();
  const layouts = useLayoutActions();
  const handUp = useMeetingView((view) => view.me !== null && view.me.handRaisedAt !== null);
  const runs = useMeetingView((view) => runsMeeting(view.me));
  const recording = useMeetingView((view) => view.meeting?.recording?.state === 'recording');
  const bandwidth = useMeetingView((view) => view.bandwidth);
  const pushToTalk = useMeetingView((view) => view.pushToTalk);
  const service = useRecordingService();
  const fullScreen = useFullScreen();
  const phone: MenuAction[] = isPhone ? [
    { label: t(handUp ? 'control.lowerHand' : 'control.raiseHand'), icon: <IconHandStop size={19} />, onSelect: controls.toggleHand },
    { label: t('people.title'), icon: <IconUsers size={19} />, onSelect: () => setPanel('people') },
    ...EMOJI.slice(0, 3).map((emoji) => ({ label: t('reactWith', { emoji }), icon: emoji, onSelect: () => controls.react(emoji) })),
    ...layouts.map((action, index) => ({ ...action, separated: index === 0 })),
  ] : [];
  const record: MenuAction = recording
    ? { label: t('record.stop'), icon: <IconPlayerStop size={19} />, separated: true, onSelect: actions.stopRecording }
    : {
        label: t('record.start'), icon: <IconPlayerRecord size={19} />, separated: true, onSelect: actions.startRecording,
        ...(service && service !== 'ready' && { unavailable: t(`record.${service}`) }),
      };
  return [
    ...phone,
    { label: t('devices.title'), icon: <IconSettings size={19} />, separated: isPhone, onSelect: () => setPanel('devices') },
    ...(runs ? [{ label: t('host.title'), icon: <IconAdjustments size={19} />, onSelect: () => setPanel('host') }] : []),
    ...(fullScreen.possible ? [{ label: t(fullScreen.on ? 'view.leaveFullScreen' : 'view.fullScreen'), icon: fullScreen.on ? <IconMinimize size={19} /> : <IconMaximize size={19} />, onSelect: fullScreen.toggle }] : []),
    ...(canFloat() ? [{ label: t('view.smallWindow'), icon: <IconPictureInPicture size={19} />, onSelect: openSmallWindow }] : []),
    ...(isPhone ? [] : [{ label: t(pushToTalk ? 'talk.off' : 'talk.on'), icon: <IconSpace size={19} />, onSelect: () => engine.setPushToTalk(!pushToTalk) }]),
    ...BANDWIDTHS.map(([mode, Icon], index) => {
      const name = t(`bandwidth.${mode}`);
      return { label: bandwidth === mode ? t('chosen', { name }) : name, icon: <Icon size={19} />, separated: index === 0, onSelect: () => engine.setBandwidth(mode) };
    }),
    ...(runs ? [record] : []),
  ];
}

export function MoreMenu() {
  const { t } = useTranslation('meetings');
  const actions = useMoreActions();
  const isPhone = useIsPhone();
  const waiting = useMeetingView((view) => view.waiting.length);
  const badge = isPhone && waiting > 0 && <span className={classes.badge}><UnreadBadge count={waiting} tone="mention" label={t('lobby.waiting', { count: waiting })} /></span>;
  return (
    <ActionMenu label={t('control.more')} actions={actions} side="top" align="center" width={300}>
      {(props) => <ControlButton {...props} label={t('control.more')} icon={IconDots} badge={badge} />}
    </ActionMenu>
  );
}
