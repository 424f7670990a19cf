import type { Message } from '@parvis/contracts';
import { lazy, Suspense } from 'react';

const PollCard = lazy(async () => ({ default: (await import('./poll-card.tsx')).PollCard }));

/** About what the card will take, so that nothing jumps when it comes. */
const HEIGHT = { frame: 92, option: 46 };

export type PollMessage = Pick<Message, 'id' | 'channelId' | 'authorId'> & { poll: NonNullable<Message['poll']> };

/** The poll of a message. */
export function Poll({ message }: { message: PollMessage }) {
  return (
    <Suspense fallback={<div style={{ height: HEIGHT.frame + HEIGHT.option * message.poll.options.length }} />}>
      <PollCard key={message.id} message={message} />
    </Suspense>
  );
}
