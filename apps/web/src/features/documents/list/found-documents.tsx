import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconFileText } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentIcon } from '../document-icon.tsx';
import { documentsQuery } from '../document-queries.ts';
import classes from './document-list.module.css';

/** Documents whose title or text has these words. */
export function FoundDocuments({ query }: { query: string }) {
  const { t } = useTranslation('documents');
  const { data } = useQuery({ ...documentsQuery('all', { query }), placeholderData: keepPreviousData });
  if (!data) return <SkeletonRows rows={6} label={t('page.loading')} />;
  if (data.documents.length === 0) return <EmptyState icon={<IconFileText size={32} />} title={t('list.noneTitle')}>{t('list.noneText')}</EmptyState>;
  return (
    <ul className={classes.list} aria-label={t('list.found')}>
      {data.documents.map(({ document }) => (
        <li key={document.id}>
          <Link to="/docs/$documentId" params={{ documentId: document.id }} className={classes.row} activeProps={{ 'aria-current': 'page' }}>
            <span className={classes.icon} aria-hidden><DocumentIcon icon={document.icon} kind={document.kind} /></span>
            <span className={classes.title}>{document.title || t('untitled')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
