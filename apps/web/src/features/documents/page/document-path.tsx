import type { RouteOutput } from '@parvis/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../sync/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import { useHomeName } from '../use-home-name.ts';
import classes from './document-page.module.css';

/** Its home, and the documents above it that I may see. */
export function DocumentPath({ seen: { document, path } }: { seen: RouteOutput<'getDocument'> }) {
  const { t } = useTranslation('documents');
  const home = useHomeName(document);
  const known = useWorkspace((state) => document.channelId !== null && state.channels[document.channelId] !== undefined);
  return (
    <nav className={classes.path} aria-label={t('page.path')}>
      {known && document.channelId !== null
        ? <Link to="/c/$channelId" params={{ channelId: document.channelId }} className={classes.step}>{home}</Link>
        : <Link to="/docs" className={classes.step} activeOptions={{ exact: true }}>{home}</Link>}
      {path.map(({ id, title, icon, kind }) => (
        <Link key={id} to="/docs/$documentId" params={{ documentId: id }} className={classes.step}>{icon !== null && <><DocumentIcon icon={icon} kind={kind} size={15} /> </>}{title || t('untitled')}</Link>
      ))}
    </nav>
  );
}
