import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconArrowsDiagonalMinimize2, IconLock, IconPlayerRecordFilled } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLinkGuest } from '../../../app/is-admin.ts';
import { useWorkspace } from '../../../sync/index.ts';
import { clockTime } from '../clock-time.ts';
import { useMeetingView } from '../engine/index.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import classes from './room-header.module.css';

/** What it is, for how long, and what everybody should know: that it is recorded, or locked. */
export function RoomHeader() {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const title = useMeetingTitle(useMeetingView((view) => view.meeting));
  const channelId = useMeetingView((view) => view.meeting?.channelId ?? '');
  const locked = useMeetingView((view) => view.meeting?.locked ?? false);
  const recording = useMeetingView((view) => view.meeting?.recording?.state === 'recording');
  const guest = useWorkspace((state) => isLinkGuest(state.me));
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{title}</h1>
      <Elapsed />
      {locked && <span className={classes.mark}><IconLock size={15} aria-hidden /><span className={classes.markText}>{t('locked')}</span></span>}
      {recording && <span className={classes.recording}><IconPlayerRecordFilled size={14} aria-hidden />{t('record.mark')}</span>}
      <span className={classes.space} />
      {!guest && (
        <Tooltip label={t('view.toConversation')} position="bottom">
          <ActionIcon size={40} className={classes.small} aria-label={t('view.toConversation')} onClick={() => void navigate({ to: '/c/$channelId', params: { channelId } })}>
            <IconArrowsDiagonalMinimize2 size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </header>
  );
}

function Elapsed() {
  const startedAt = useMeetingView((view) => view.meeting?.startedAt);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return startedAt === undefined ? null : <span className={classes.time} role="timer">{clockTime(now - Date.parse(startedAt))}</span>;
}
