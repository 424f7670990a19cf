import type { RouteOutput } from '@parvis/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBackButton } from '../../../app/shell/index.ts';
import type { DocumentSession, DocumentSessionState } from '../../../sync/documents/index.ts';
import classes from './document-page.module.css';
import { PeoplePresent } from './people-present.tsx';
import { SavedIndicator } from './saved-indicator.tsx';

interface DocumentHeaderProps {
  session: DocumentSession;
  state: DocumentSessionState;
  seen: RouteOutput<'getDocument'> | undefined;
  /** What can be opened beside it. */
  children?: ReactNode;
}

/** Where the document is, whether it is saved, who is there, and what can be done with it. */
export function DocumentHeader({ session, state, seen, children }: DocumentHeaderProps) {
  const { t } = useTranslation('documents');
  return (
    <header className={classes.header}>
      <ListBackButton to="/docs" />
      <nav className={classes.path} aria-label={t('page.path')}>
        {seen?.path.map(({ id, title, icon }) => <Link key={id} to="/docs/$documentId" params={{ documentId: id }} className={classes.step}>{icon} {title || t('untitled')}</Link>)}
      </nav>
      <SavedIndicator saved={state.saved} />
      <PeoplePresent session={session} />
      {children}
    </header>
  );
}
