import { useEffect, useState } from 'react';
import { useMeetingView } from '../engine/index.ts';
import classes from './reactions-layer.module.css';

/** A reaction floats for so long, in milliseconds. */
export const FLOATS = 4_000;

/** Reactions of everybody, floating up. They are told by the announcer too. */
export function ReactionsLayer() {
  const reactions = useMeetingView((view) => view.reactions);
  const participants = useMeetingView((view) => view.participants);
  const [now, setNow] = useState(() => Date.now());
  const shown = reactions.filter(({ at }) => now - at < FLOATS);
  const next = shown.length === 0 ? null : Math.min(...shown.map(({ at }) => at + FLOATS));
  useEffect(() => setNow(Date.now()), [reactions]);
  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, next - Date.now()));
    return () => clearTimeout(timer);
  }, [next]);
  return (
    <div className={classes.layer} aria-hidden>
      {shown.slice(-12).map(({ id, emoji, participantId }) => (
        <span key={id} className={classes.reaction} style={{ insetInlineStart: `${(id * 37) % 70}%` }}>
          <span className={classes.emoji}>{emoji}</span>
          <span className={classes.who}>{participants.find((participant) => participant.id === participantId)?.name.split(' ')[0]}</span>
        </span>
      ))}
    </div>
  );
}
