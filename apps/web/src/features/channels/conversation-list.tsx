import { ActionIcon, Button } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconFilter2 } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ListPane } from '../../app/list-pane.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useDragConversations, useMoveKeys, useUnreadFilter } from '../sidebar/index.ts';
import { ChatsSection } from './chats-section.tsx';
import classes from './conversation-list.module.css';
import { ListPlaces } from './list-places.tsx';
import { callsForReading } from './order-conversations.ts';
import { OwnSection } from './own-section.tsx';
import { TeamSection } from './team-section.tsx';
import { useCurrentChannelId } from './use-current-channel-id.ts';
import { useArrangedChannels } from './use-listed-channels.ts';
import { useRovingList } from './use-roving-list.ts';

/** The second pane of Chat: all conversations; on a phone, where teams have a tab of their own, only chats and what I put into sections. */
export function ConversationList() {
  const { t } = useTranslation('channels');
  const isPhone = useIsPhone();
  const { placed, chats, groups } = useArrangedChannels();
  const current = useCurrentChannelId();
  const filter = useUnreadFilter();
  const drag = useDragConversations();
  const move = useMoveKeys();
  const all = [...placed.flatMap(({ entries }) => entries), ...chats, ...(isPhone ? [] : groups.flatMap(({ channels }) => channels))];
  const listed = all.some(({ channel }) => channel.id === current);
  const { tabStop, ...roving } = useRovingList(listed ? current : filter.on ? '/saved' : 'chats');
  const keys = {
    ...roving,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      move.onKeyDown(event);
      if (!event.defaultPrevented) roving.onKeyDown(event);
    },
  };
  const filterLabel = t('list.unreadOnly');
  return (
    <ListPane
      title={t('list.title')}
      label={t('list.label')}
      action={
        <Tooltip label={filterLabel}>
          <ActionIcon size="lg" aria-label={filterLabel} aria-pressed={filter.on} variant={filter.on ? 'light' : 'subtle'} onClick={filter.toggle}><IconFilter2 size={19} stroke={1.7} aria-hidden /></ActionIcon>
        </Tooltip>
      }
      {...keys}
      {...drag}
    >
      <span className="pv-visually-hidden" role="status">{move.said}</span>
      {!filter.on && <ListPlaces tabStop={tabStop} />}
      {placed.map((one) => <OwnSection key={one.section.id} placed={one} tabStop={tabStop} unreadOnly={filter.on} />)}
      <ChatsSection chats={chats} tabStop={tabStop} unreadOnly={filter.on} />
      {!isPhone && groups.map((group) => <TeamSection key={group.team.id} group={group} tabStop={tabStop} unreadOnly={filter.on} />)}
      {filter.on && !all.some(callsForReading) && (
        <div className={classes.empty}>
          <p>{t('list.nothingUnread')}</p>
          <Button size="xs" variant="light" onClick={filter.toggle}>{t('list.showAll')}</Button>
        </div>
      )}
    </ListPane>
  );
}
