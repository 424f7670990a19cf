import type { ComponentProps, ReactNode } from 'react';
import classes from './list-pane.module.css';

interface ListPaneProps extends Omit<ComponentProps<'nav'>, 'title'> {
  title: string;
  /** Names the list. */
  label: string;
  /** Beside the title. */
  action?: ReactNode;
  /** Stands in for a list that has nothing in it. */
  empty?: ReactNode;
}

/** The second pane of the shell: a heading and, below it, a list that scrolls by itself. */
export function ListPane({ title, label, action, empty, children, ...keys }: ListPaneProps) {
  return (
    <div className={classes.pane}>
      <header className={classes.head}>
        <h1 className={classes.heading}>{title}</h1>
        {action}
      </header>
      {empty || <nav className={classes.scroll} aria-label={label} {...keys}>{children}</nav>}
    </div>
  );
}
