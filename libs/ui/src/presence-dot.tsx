import classes from './presence-dot.module.css';

/** `dnd`: there, but wants no notifications. `meeting`: there, and in a meeting. */
export type PresenceState = 'online' | 'away' | 'offline' | 'dnd' | 'meeting';

interface PresenceDotProps {
  presence: PresenceState;
  label?: string | undefined;
  className?: string | undefined;
}

/** Told apart by shape as well as by colour: full, half, hollow, barred, with a core. */
export function PresenceDot({ presence, label, className }: PresenceDotProps) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return <span className={`${classes.dot} ${className ?? ''}`} data-presence={presence} title={label} {...named} />;
}
