import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { nextUnread } from './order-conversations.ts';
import { useCurrentChannelId } from './use-current-channel-id.ts';
import { useArrangedChannels } from './use-listed-channels.ts';

/** Alt+ArrowUp and Alt+ArrowDown go to the unread conversation above and below in the list, from anywhere. */
export function useUnreadKeys(): void {
  const navigate = useNavigate();
  const { placed, chats, groups } = useArrangedChannels();
  const currentId = useCurrentChannelId();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
      if (direction === undefined) return;
      event.preventDefault();
      const order = [...placed.flatMap(({ entries }) => entries), ...chats, ...groups.flatMap(({ channels }) => channels)];
      const channelId = nextUnread(order, currentId, direction);
      if (channelId !== undefined) void navigate({ to: '/c/$channelId', params: { channelId } });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [placed, chats, groups, currentId, navigate]);
}
