import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMessage, type Draft, type MessageExtras, type OutgoingMessage } from '../../sync/index.ts';
import { QuotedDraft, quoteOf } from '../quotes/index.ts';
import classes from './conversation.module.css';

const AlsoInChannel = lazy(async () => ({ default: (await import('./also-in-channel.tsx')).AlsoInChannel }));

interface AnswerPlace {
  channelId: string;
  threadId: string | null;
  /** Of the conversation. */
  title: string;
  draft: Pick<Draft, 'quotedMessageId' | 'setQuotedMessageId'>;
}

interface Answer {
  /** Above the text: what is quoted. */
  above: ReactNode;
  /** Below the composer of a thread: whether the conversation gets it too. */
  below: ReactNode;
  /** What it is besides a reply in the thread. */
  extras: Pick<MessageExtras, 'quotedMessageId' | 'alsoInChannel'>;
  /** What is written, as an answer to the thread and to what is quoted. Ask it before the draft is cleared. */
  withPlace: (message: OutgoingMessage) => OutgoingMessage;
  /** It was sent, or waits for its time: the next one goes to the thread alone. */
  done: () => void;
}

/** What a message that is being written answers: a thread, and another message that it quotes. */
export function useAnswer({ channelId, threadId, title, draft }: AnswerPlace): Answer {
  const [alsoInChannel, setAlsoInChannel] = useState(false);
  const quoted = useMessage(channelId, draft.quotedMessageId);
  const quote = quoted ? quoteOf(quoted) : null;
  const extras = {
    ...(threadId !== null && alsoInChannel && { alsoInChannel }),
    // Also while it is still being looked up; not when it is gone.
    ...(draft.quotedMessageId !== null && quoted !== null && { quotedMessageId: draft.quotedMessageId }),
  };
  return {
    extras,
    done: () => setAlsoInChannel(false),
    above: quote && <QuotedDraft quote={quote} onCancel={() => draft.setQuotedMessageId(null)} />,
    below: threadId !== null && (
      <div className={classes.also}>
        <Suspense fallback={null}><AlsoInChannel title={title} checked={alsoInChannel} onChange={setAlsoInChannel} /></Suspense>
      </div>
    ),
    withPlace: (message) => ({
      ...message,
      extras: { ...message.extras, ...(threadId !== null && { threadId }), ...extras },
      echo: { ...message.echo, ...(quote && { quote }) },
    }),
  };
}
