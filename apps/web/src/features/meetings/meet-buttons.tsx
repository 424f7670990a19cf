import { ActionIcon, Button } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconPhone, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChannelEntry } from '../../sync/index.ts';
import { useChannelRights } from '../channels/index.ts';
import { useLive } from './live.ts';
import classes from './meet-buttons.module.css';
import { useStartMeeting } from './use-start-meeting.ts';

/** In a conversation's header: join what runs there or go back to it, else begin something. */
export function MeetButtons({ entry }: { entry: ChannelEntry }) {
  const { t } = useTranslation('meet');
  const { send } = useChannelRights(entry);
  const start = useStartMeeting();
  const { channel, meeting } = entry;
  const here = useLive((state) => state.meetingId !== null && state.meetingId === meeting?.id);
  if (meeting && here) {
    return <Button className={classes.join} variant="light" size="sm" leftSection={<IconVideo size={17} aria-hidden />} aria-label={t('backTo')} onClick={() => start.join(meeting.id)}>{t('back')}</Button>;
  }
  if (meeting) {
    const label = t('joinCount', { count: meeting.participantCount });
    return (
      <Button className={classes.join} color="accent.7" size="sm" leftSection={<IconVideo size={17} aria-hidden />} aria-label={label} onClick={() => start.join(meeting.id)}>
        {t('joinShort', { count: meeting.participantCount })}
      </Button>
    );
  }
  if (!send || channel.archivedAt !== null) return null;
  const alone = channel.kind === 'direct' && channel.memberIds.length < 2;
  if (alone || channel.kind === 'public' || channel.kind === 'private') {
    return (
      <Tooltip label={t('meetNow')}>
        <ActionIcon className={classes.icon} aria-label={t('meetNow')} onClick={() => start.meet(channel.id)}><IconVideo size={20} stroke={1.7} aria-hidden /></ActionIcon>
      </Tooltip>
    );
  }
  return (
    <>
      <Tooltip label={t('audioCall')}>
        <ActionIcon className={classes.icon} aria-label={t('audioCall')} onClick={() => start.call(channel.id, false)}><IconPhone size={20} stroke={1.7} aria-hidden /></ActionIcon>
      </Tooltip>
      <Tooltip label={t('videoCall')}>
        <ActionIcon className={classes.icon} aria-label={t('videoCall')} onClick={() => start.call(channel.id, true)}><IconVideo size={20} stroke={1.7} aria-hidden /></ActionIcon>
      </Tooltip>
    </>
  );
}
