import { isGuest } from '../../app/is-admin.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { useWorkspace } from '../../sync/index.ts';
import { EmptyState } from '@parvis/ui';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './docs-page.module.css';
import { DocumentCard } from './document-card.tsx';
import { documentsQuery, useDocumentHints } from './document-queries.ts';
import { TemplateCards } from './templates/template-cards.tsx';
import { useCreateDocument } from './use-create-document.ts';

const RECENT = 9;

/** `/docs`: where to go on, and what to begin with. */
export function DocsPage() {
  const { t } = useTranslation('documents');
  const guest = useWorkspace((state) => isGuest(state.me));
  const create = useCreateDocument();
  usePageTitle(t('list.title'));
  useDocumentHints();
  const favourites = useQuery(documentsQuery('favourites')).data?.documents ?? [];
  const { data: recent } = useQuery(documentsQuery('recent', { limit: RECENT }));
  const isStar = new Set(favourites.map(({ document }) => document.id));
  const others = (recent?.documents ?? []).filter(({ document }) => !isStar.has(document.id));
  return (
    <div className={classes.page}>
      {guest && recent && others.length + favourites.length === 0 && <EmptyState icon={<IconFileText size={32} />} title={t('home.title')}>{t('home.guestText')}</EmptyState>}
      {favourites.length > 0 && <Section title={t('list.section.favourites')}>{favourites.map((seen) => <DocumentCard key={seen.document.id} document={seen.document} />)}</Section>}
      {others.length > 0 && <Section title={t('list.section.recent')}>{others.map((seen) => <DocumentCard key={seen.document.id} document={seen.document} />)}</Section>}
      {!guest && (
        <Section title={t('home.begin')}>
          <TemplateCards onChoose={(...wanted) => void create(...wanted)} />
        </Section>
      )}
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      <div className={classes.grid}>{children}</div>
    </section>
  );
}
