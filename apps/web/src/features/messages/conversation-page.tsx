import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useRef } from 'react';
import { usePageTitle } from '../../app/use-page-title.ts';
import { lazyWithQuery } from '../../app/load-screen.ts';
import { useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { ChannelDetails, useConversationTitle } from '../channels/index.ts';
import { ThreadPane, useReplyPermalink, useThreadPlace } from '../threads/index.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { Conversation } from './conversation.tsx';
import classes from './conversation.module.css';
import { useDetailsOpen } from './details-open.ts';

const UnjoinedChannel = lazyWithQuery(async () => (await import('./unjoined-channel.tsx')).UnjoinedChannel);

/** `/c/:channelId`, with `?message=` a permalink. */
export function ConversationPage() {
  const channelId = useParams({ strict: false, select: (params) => params.channelId }) ?? '';
  const message = useSearch({ strict: false, select: (search) => search.message });
  const entry = useWorkspace((state) => state.channels[channelId]);
  if (!entry) return <Suspense fallback={null}><UnjoinedChannel key={channelId} channelId={channelId} /></Suspense>;
  return <OpenConversation entry={entry} message={message} />;
}

function OpenConversation({ entry, message }: { entry: ChannelEntry; message: string | undefined }) {
  const { id } = entry.channel;
  const navigate = useNavigate();
  usePageTitle(useConversationTitle(entry.channel));
  const { open, addingTo, setOpen } = useDetailsOpen();
  const thread = useThreadPlace(id);
  useReplyPermalink(id, thread.threadId === undefined ? message : undefined);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  const closeThread = () => {
    const { threadId } = thread;
    thread.close();
    // Back to the message that it hangs from.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-message="${CSS.escape(threadId ?? '')}"]`)?.focus({ preventScroll: true }));
  };
  const toggleDetails = () => {
    if (thread.threadId === undefined) return setOpen(!open);
    thread.close();
    setOpen(true);
  };
  return (
    <div className={classes.page}>
      <ConversationHeader entry={entry} detailsOpen={open && thread.threadId === undefined} onToggleDetails={toggleDetails} toggleRef={toggle} />
      <Conversation key={`${id} ${message ?? ''}`} entry={entry} around={message} />
      {thread.threadId !== undefined && (
        <Suspense fallback={null}>
          <ThreadPane key={thread.threadId} entry={entry} threadId={thread.threadId} replyId={thread.replyId} onClose={closeThread} />
        </Suspense>
      )}
      {open && thread.threadId === undefined && (
        <Suspense fallback={null}>
          <ChannelDetails key={id} entry={entry} adding={addingTo === id} onClose={close} onLeft={() => void navigate({ to: '/' })} />
        </Suspense>
      )}
    </div>
  );
}
