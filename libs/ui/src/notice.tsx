import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  tone: 'info' | 'error' | 'success' | 'warning';
  title?: string;
  children: ReactNode;
  action?: ReactNode;
}

/** A boxed sentence in the flow of a page. Errors are announced at once, the others politely. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={classes.root} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <div className={classes.text}>
        {title && <strong className={classes.title}>{title}</strong>}
        <div>{children}</div>
      </div>
      {action}
    </div>
  );
}
