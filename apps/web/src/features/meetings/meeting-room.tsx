import { usePageTitle } from '../../app/use-page-title.ts';
import { CallingNotice } from './calls/calling-notice.tsx';
import { ControlBar } from './controls/control-bar.tsx';
import { useMeetingView } from './engine/index.ts';
import classes from './meeting-room.module.css';
import { SidePanel } from './panels/side-panel.tsx';
import dark from './stage/dark.module.css';
import { LobbyBanner } from './stage/lobby-banner.tsx';
import { MEETING_ROOT, MEETING_STAGE } from './stage/meeting-root.ts';
import { QuestionDialog } from './stage/question-dialog.tsx';
import { RoomHeader } from './stage/room-header.tsx';
import { RoomNotices } from './stage/room-notices.tsx';
import { useMeetingTitle } from './use-meeting-title.ts';
import { Stage } from './stage/stage.tsx';

/** The meeting itself: the stage with its controls, and what is opened beside it. */
export function MeetingRoom() {
  const title = useMeetingTitle(useMeetingView((view) => view.meeting));
  usePageTitle(title);
  return (
    <div id={MEETING_ROOT} className={classes.room}>
      <div id={MEETING_STAGE} className={`${dark.dark} ${classes.stage}`}>
        <RoomHeader />
        <LobbyBanner />
        <Stage />
        <CallingNotice />
        <RoomNotices />
        <ControlBar />
        <QuestionDialog />
      </div>
      <SidePanel />
    </div>
  );
}
