import type { ReactNode } from 'react';
import { ListBackButton } from '../shell/list-back-button.tsx';
import { usePageTitle } from '../use-page-title.ts';
import classes from './settings-page.module.css';

interface SettingsPageProps {
  title: string;
  text?: string;
  /** At the end of the header. */
  action?: ReactNode;
  children: ReactNode;
}

export function SettingsPage({ title, text, action, children }: SettingsPageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <ListBackButton to="/settings" />
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}

export function SettingsSection({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      <div className={classes.content}>{children}</div>
    </section>
  );
}
