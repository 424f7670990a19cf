import type { Message } from '@parvis/contracts';
import type { MentionTarget } from '@parvis/rich-text';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { openDialog } from '../../app/dialogs.tsx';
import { useWorkspace } from '../../sync/index.ts';
import { mayWriteTo, useOpenDirect } from '../channels/index.ts';
import { useCustomEmojiUrl } from '../emoji/index.ts';
import { useGroupName } from '../groups/index.ts';
import { callingGroup } from './calling-group.ts';
import { MarkdownView } from './markdown-view.tsx';

interface MessageTextProps {
  source: string;
  /** Whom it calls, once that is known. */
  mentions?: Message['mentions'] | undefined;
  onTickTask?: ((index: number, done: boolean) => void) | undefined;
}

/** Of whom nothing is known here: the server says whether they can be written to. */
const UNKNOWN = { role: 'member', email: '' } as const;

/** The Markdown of a message, with the names that people and channels have now. A mention leads to whom it names. */
export function MessageText({ source, mentions, onTickTask }: MessageTextProps) {
  const me = useWorkspace((state) => state.me);
  const users = useWorkspace((state) => state.users);
  const channels = useWorkspace((state) => state.channels);
  const customEmoji = useCustomEmojiUrl();
  const navigate = useNavigate();
  const openDirect = useOpenDirect();
  const resolveUser = useCallback((id: string) => users[id], [users]);
  const resolveChannel = useCallback((id: string) => channels[id]?.channel, [channels]);
  const resolveGroup = useGroupName();
  const callingGroupId = useMemo(() => callingGroup(source, mentions, me.id), [source, mentions, me.id]);
  const mayOpenMention = useCallback(({ kind, id }: MentionTarget) => kind !== 'user' || mayWriteTo(me, users[id] ?? UNKNOWN), [me, users]);
  const openMention = useCallback(
    ({ kind, id }: MentionTarget) => {
      if (kind === 'channel') void navigate({ to: '/c/$channelId', params: { channelId: id } });
      else if (kind === 'user') openDirect(id);
      else openDialog('groupMembers', { groupId: id });
    },
    [navigate, openDirect],
  );
  return (
    <MarkdownView
      source={source}
      currentUserId={me.id}
      resolveUser={resolveUser}
      resolveChannel={resolveChannel}
      onOpenMention={openMention}
      mayOpenMention={mayOpenMention}
      resolveGroup={resolveGroup}
      callsAll={mentions?.everyone}
      callingGroupId={callingGroupId}
      onTickTask={onTickTask}
      customEmoji={customEmoji}
    />
  );
}
