import type { ComponentProps, ReactNode } from 'react';
import classes from './place-page.module.css';
import { ListBackButton } from './shell/index.ts';
import { usePageTitle } from './use-page-title.ts';

interface PlacePageProps {
  title: string;
  /** Beside the title. */
  action?: ReactNode;
  /** On a phone, the list that it is opened from. */
  backTo?: ComponentProps<typeof ListBackButton>['to'];
  children: ReactNode;
}

/** A view of the whole workspace in the main pane: a heading, and a list of cards below it. */
export function PlacePage({ title, action, backTo = '/', children }: PlacePageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <ListBackButton to={backTo} />
        <h1 className={classes.title}>{title}</h1>
        {action}
      </header>
      <div className={classes.content}>{children}</div>
    </div>
  );
}

export { classes as placeClasses };
