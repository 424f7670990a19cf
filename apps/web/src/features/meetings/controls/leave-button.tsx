import { ActionMenu } from '@parvis/ui';
import { IconDoorExit, IconPhoneOff, IconUsersMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeetingView } from '../engine/index.ts';
import { runsMeeting } from '../runs-meeting.ts';
import { confirmFirst } from '../stage/confirm-first.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import { useMeetingActions } from '../use-meeting-actions.ts';
import { ControlButton } from './control-button.tsx';
import { useControls } from './use-controls.ts';

/** Who runs it chooses between going and ending it for all. */
export function LeaveButton() {
  const { t } = useTranslation('meetings');
  const { leave } = useControls();
  const { end } = useMeetingActions();
  const mayEnd = useMeetingView((view) => runsMeeting(view.me) && view.meeting?.kind === 'meeting');
  const title = useMeetingTitle(useMeetingView((view) => view.meeting));
  const button = { icon: IconPhoneOff, tone: 'danger', text: t('control.leave') } as const;
  if (!mayEnd) return <ControlButton {...button} label={t('control.leave')} onClick={leave} />;
  const actions = [
    { label: t('control.leaveOnly'), icon: <IconDoorExit size={19} />, onSelect: leave },
    {
      label: t('control.endForAll'), icon: <IconUsersMinus size={19} />, danger: true,
      onSelect: () => confirmFirst({ title: t('end.title', { title }), text: t('end.text'), action: t('control.endForAll'), run: end }),
    },
  ];
  return (
    <ActionMenu label={t('control.leave')} actions={actions} side="top" align="end" width={240}>
      {(props) => <ControlButton {...props} {...button} label={t('control.leave')} />}
    </ActionMenu>
  );
}
