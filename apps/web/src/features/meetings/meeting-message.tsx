import type { Message } from '@parvis/contracts';
import { Suspense } from 'react';
import { onDemand } from '../../app/load-screen.ts';

const MeetingCard = onDemand(async () => (await import('./places/meeting-card.tsx')).MeetingCard);

/** What the card takes in pixels, so that nothing jumps when it comes. */
const HEIGHT = 76;

export type MeetingMessageData = Pick<Message, 'channelId' | 'authorId'> & { meeting: NonNullable<Message['meeting']> };

/** The meeting or call that a message stands for. */
export function MeetingMessage({ message }: { message: MeetingMessageData }) {
  return <Suspense fallback={<div style={{ height: HEIGHT }} />}><MeetingCard message={message} /></Suspense>;
}
