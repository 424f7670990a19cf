import { isGuest } from '../../app/is-admin.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { useWorkspace } from '../../sync/index.ts';
import { EmptyState } from '@parvis/ui';
import { IconChalkboard, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './docs-page.module.css';
import { DocumentCard } from './document-card.tsx';
import { documentsQuery, useDocumentHints } from './document-queries.ts';
import { TEMPLATES } from './templates/begin-with.ts';
import { TemplateCard } from './templates/template-card.tsx';
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
          <TemplateCard icon={<IconFileText size={22} />} name={t('templates.empty.name')} text={t('templates.empty.text')} onChoose={() => void create()} />
          <TemplateCard icon={<IconChalkboard size={22} />} name={t('templates.whiteboard.name')} text={t('templates.whiteboard.text')} onChoose={() => void create({ kind: 'whiteboard' })} />
          {TEMPLATES.map(({ name, icon }) => (
            <TemplateCard key={name} icon={icon} name={t(`templates.${name}.name`)} text={t(`templates.${name}.text`)} onChoose={() => void create({ title: t(`templates.${name}.title`), icon }, name)} />
          ))}
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
