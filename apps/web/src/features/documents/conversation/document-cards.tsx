import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentIcon } from '../document-icon.tsx';
import { documentQuery } from '../document-queries.ts';
import classes from './document-cards.module.css';

export interface DocumentCardsProps {
  documentIds: readonly string[];
  /** Of the row: its controls are in the tab order. */
  tabStop: boolean;
}

/** Documents that a message links to, as far as its reader may see them. */
export function DocumentCards({ documentIds, tabStop }: DocumentCardsProps) {
  return <ul className={classes.list}>{documentIds.map((documentId) => <li key={documentId}><Card documentId={documentId} tabStop={tabStop} /></li>)}</ul>;
}

function Card({ documentId, tabStop }: { documentId: string; tabStop: boolean }) {
  const { t } = useTranslation('documents');
  const { data, error } = useQuery(documentQuery(documentId));
  if (error) return <span className={classes.card} data-hidden><DocumentIcon icon={null} kind="text" size={20} /> {t('page.notForMe')}</span>;
  return (
    <Link className={classes.card} to="/docs/$documentId" params={{ documentId }} tabIndex={tabStop ? 0 : -1}>
      <DocumentIcon icon={data?.document.icon ?? null} kind={data?.document.kind ?? 'text'} size={20} />
      <span className={classes.name}>{data ? data.document.title || t('untitled') : '…'}</span>
    </Link>
  );
}
