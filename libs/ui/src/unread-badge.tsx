import classes from './unread-badge.module.css';

interface UnreadBadgeProps {
  /** Nothing is drawn at 0. */
  count: number;
  /** Counts are exact below it. */
  cap?: number;
  /** Warm: somebody means me. Calm: something is new. */
  tone?: 'mention' | 'unread';
  /** What a screen reader says instead of the bare number. */
  label: string;
}

export function UnreadBadge({ count, cap = 100, tone = 'unread', label }: UnreadBadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={classes.badge} data-tone={tone}>
      {/* Drawn by the style sheet: as text it would be part of what the control around it is called. */}
      <span aria-hidden className={classes.count} data-count={count >= cap ? `${cap - 1}+` : count} />
      <span className="pv-visually-hidden">{label}</span>
    </span>
  );
}
