import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../../app/public/language-switch.tsx';
import { Logo } from '../../../app/public/logo.tsx';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { api } from '../../../sync/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import classes from './published-page.module.css';
import { PublishedBoard } from './published-board.tsx';
import { PublishedText } from './published-text.tsx';

/** `/published/:documentId`: a document as the whole world reads it. */
export function PublishedPage() {
  const { t } = useTranslation('documents');
  const documentId = useParams({ strict: false, select: (params) => params.documentId }) ?? '';
  const { data, error } = useQuery({ queryKey: ['published', documentId], queryFn: () => api.call('getPublishedDocument', { params: { id: documentId } }), retry: false });
  usePageTitle(data ? data.title || t('untitled') : t('published.page'));
  return (
    <div className={classes.page}>
      <header className={classes.header}><span className={classes.brand}><Logo size={28} /> Parvis</span><LanguageSwitch /></header>
      <main className={classes.sheet} data-kind={data?.kind}>
        {error ? <EmptyState icon={<IconFileOff size={32} />} title={t('page.missing')}>{t('published.missing')}</EmptyState> : !data ? <SkeletonRows rows={8} label={t('page.loading')} /> : (
          <article>
            {data.icon !== null && <div className={classes.icon}><DocumentIcon icon={data.icon} kind={data.kind} size={44} /></div>}
            <h1 className={classes.title}>{data.title || t('untitled')}</h1>
            {data.kind === 'text' ? <PublishedText documentId={documentId} /> : <PublishedBoard documentId={documentId} name={data.title || t('untitled')} />}
          </article>
        )}
      </main>
    </div>
  );
}
