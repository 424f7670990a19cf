import type { Document } from '@parvis/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import classes from './docs-page.module.css';
import { DocumentIcon } from './document-icon.tsx';
import { useHomeName } from './use-home-name.ts';

/** A document, where it is, and when it was changed last. */
export function DocumentCard({ document }: { document: Document }) {
  const { t } = useTranslation('documents');
  const home = useHomeName(document);
  const format = useFormat();
  return (
    <Link to="/docs/$documentId" params={{ documentId: document.id }} className={classes.card}>
      <span className={classes.icon} aria-hidden><DocumentIcon icon={document.icon} kind={document.kind} size={24} /></span>
      <span className={classes.words}>
        <span className={classes.name}>{document.title || t('untitled')}</span>
        <span className={classes.detail}>{t('home.changed', { home, when: format.dateTime(new Date(document.updatedAt)) })}</span>
      </span>
    </Link>
  );
}
