import { IconMessage, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { UnreadBadge } from '@parvis/ui';
import { useIsPhone } from '../../../app/use-is-phone.ts';
import { useWorkspace } from '../../../sync/index.ts';
import { useMeetingView } from '../engine/index.ts';
import { togglePanel, useStageChoice } from '../stage/stage-choice.ts';
import { ControlButton } from './control-button.tsx';
import classes from './control-bar.module.css';
import { HandButton } from './hand-button.tsx';
import { LayoutMenu } from './layout-menu.tsx';
import { LeaveButton } from './leave-button.tsx';
import { MoreMenu } from './more-menu.tsx';
import { CameraButton, MicrophoneButton } from './own-buttons.tsx';
import { ReactButton } from './react-button.tsx';
import { ShareButton } from './share-button.tsx';

/** Below the stage, within reach of the thumb. */
export function ControlBar() {
  const { t } = useTranslation('meetings');
  const isPhone = useIsPhone();
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('control.title')}>
      <div className={classes.group}>
        <MicrophoneButton />
        <CameraButton />
        {!isPhone && <><ShareButton /><HandButton /><ReactButton /></>}
      </div>
      <div className={classes.group}>
        <ChatButton />
        {!isPhone && <><PeopleButton /><LayoutMenu /></>}
        <MoreMenu />
      </div>
      <LeaveButton />
    </div>
  );
}

function PeopleButton() {
  const { t } = useTranslation('meetings');
  const open = useStageChoice((state) => state.panel === 'people');
  const waiting = useMeetingView((view) => view.waiting.length);
  const count = useMeetingView((view) => view.participants.length);
  const badge = waiting > 0 ? <span className={classes.badge}><UnreadBadge count={waiting} tone="mention" label={t('lobby.waiting', { count: waiting })} /></span> : <span className={classes.count} data-count={count} aria-hidden />;
  return <ControlButton label={t('people.title')} icon={IconUsers} pressed={open} badge={badge} onClick={() => togglePanel('people')} />;
}

/** Unread are those of the conversation: none while it is open beside the stage. */
function ChatButton() {
  const { t } = useTranslation('meetings');
  const channelId = useMeetingView((view) => view.meeting?.channelId ?? null);
  const open = useStageChoice((state) => state.panel === 'chat');
  const unread = useWorkspace((state) => (channelId === null ? 0 : (state.channels[channelId]?.unreadCount ?? 0)));
  const badge = unread > 0 && !open && <span className={classes.badge}><UnreadBadge count={unread} tone="mention" label={t('chat.unread', { count: unread })} /></span>;
  return <ControlButton label={t('chat.title')} icon={IconMessage} pressed={open} badge={badge} onClick={() => togglePanel('chat')} />;
}
