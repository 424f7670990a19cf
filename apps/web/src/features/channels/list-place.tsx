import { UnreadBadge } from '@parvis/ui';
import type { Icon } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './conversation-row.module.css';

interface ListPlaceProps {
  to: LinkProps['to'] & string;
  icon: Icon;
  label: string;
  count: number;
  /** What a screen reader says of the count. */
  countLabel: string;
  /** Warm: it waits for me. */
  tone: 'mention' | 'unread';
  tabStop: boolean;
}

/** A view of the whole workspace, above the conversations. */
export function ListPlace({ to, icon: PlaceIcon, label, count, countLabel, tone, tabStop }: ListPlaceProps) {
  return (
    <div className={classes.item}>
      <Link to={to} className={classes.row} data-list-item data-key={to} data-unread={(tone === 'mention' && count > 0) || undefined} tabIndex={tabStop ? 0 : -1} activeProps={{ 'aria-current': 'page' }}>
        <span className={classes.placeIcon}><PlaceIcon size={19} stroke={1.8} aria-hidden /></span>
        <span className={classes.title}>{label}</span>
        <UnreadBadge count={count} tone={tone} label={countLabel} />
      </Link>
    </div>
  );
}
