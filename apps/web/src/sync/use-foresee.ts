import { type PointerEvent, useRef } from 'react';
import { useSession } from './session-context.ts';

/** Milliseconds that a pointer rests on what it is about to press; one that only passes by asks for nothing. */
const RESTS = 60;

/** Handlers for what leads to a conversation: its messages are asked for while the pointer is still on its way down. */
export function useForesee(channelId: string) {
  const session = useSession();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = () => clearTimeout(timer.current);
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') timer.current = setTimeout(() => session.foresee(channelId), RESTS);
    },
    onPointerLeave: cancel,
    onPointerDown: () => {
      cancel();
      session.foresee(channelId);
    },
  };
}
