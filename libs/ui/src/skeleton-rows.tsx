import classes from './skeleton-rows.module.css';

interface SkeletonRowsProps {
  rows?: number;
  /** `list`: one line and an icon; `message`: avatar and two lines. */
  kind?: 'list' | 'message';
  label: string;
}

const WIDTHS = [62, 84, 48, 71, 90, 55];

export function SkeletonRows({ rows = 6, kind = 'list', label }: SkeletonRowsProps) {
  return (
    <div className={classes.root} data-kind={kind} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div className={classes.row} key={index}>
          <span className={classes.picture} />
          <span className={classes.lines}>
            {kind === 'message' && <span className={classes.line} style={{ width: '22%' }} />}
            <span className={classes.line} style={{ width: `${WIDTHS[index % WIDTHS.length]}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
