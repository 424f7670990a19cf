import type { ReactNode } from 'react';
import { usePageTitle } from '../use-page-title.ts';
import classes from './page-heading.module.css';

/** Title of a page before signing in, and a sentence on what it is for. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  usePageTitle(title);
  return (
    <div className={classes.heading}>
      <h1 className={classes.title}>{title}</h1>
      {children && <div className={classes.text}>{children}</div>}
    </div>
  );
}
