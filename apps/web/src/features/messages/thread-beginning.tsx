import type { Message, ThreadInfo } from '@parvis/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessageRow } from './message-row.tsx';
import classes from './conversation.module.css';
import type { RowActions } from './row-actions.ts';

interface ThreadBeginningProps {
  root: Message;
  meId: string;
  editing: boolean;
  removed: boolean;
  actions: RowActions;
}

/** Above the replies of a thread: the message that they hang from. */
export function ThreadBeginning({ root, meId, editing, removed, actions }: ThreadBeginningProps) {
  const [active, setActive] = useState(false);
  return (
    <div data-row={root.id} onPointerLeave={() => setActive(false)} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setActive(false); }}>
      <MessageRow
        row={{ key: root.id, message: root, day: undefined, firstUnread: false, compact: false }}
        meId={meId}
        editing={editing}
        highlighted={false}
        removed={removed}
        actions={actions}
        active={active}
        tabStop
        onActivate={() => setActive(true)}
      />
      <ReplyCount thread={root.thread} />
    </div>
  );
}

function ReplyCount({ thread }: { thread: ThreadInfo | undefined }) {
  const { t } = useTranslation('threads');
  return thread ? <div className={classes.replies}>{t('replies', { count: thread.replyCount })}</div> : null;
}
