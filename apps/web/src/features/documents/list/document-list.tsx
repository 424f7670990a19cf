import { Button, TextInput } from '@mantine/core';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { IconFilePlus, IconFileText, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isGuest } from '../../../app/is-admin.ts';
import { ListPane } from '../../../app/list-pane.tsx';
import { useWorkspace } from '../../../sync/index.ts';
import { documentsQuery, useDocumentHints } from '../document-queries.ts';
import { MentionsButton } from '../mentions/mentions-button.tsx';
import { useCreateDocument } from '../use-create-document.ts';
import classes from './document-list.module.css';

/** The second pane of Documents. */
export function DocumentList() {
  const { t } = useTranslation('documents');
  const guest = useWorkspace((state) => isGuest(state.me));
  const create = useCreateDocument();
  const [words, setWords] = useState('');
  const query = useDeferredValue(words.trim());
  useDocumentHints();
  const { data } = useQuery(documentsQuery('all', { query }));
  return (
    <ListPane title={t('list.title')} label={t('list.label')}>
      {!guest && <Button className={classes.new} leftSection={<IconFilePlus size={18} aria-hidden />} onClick={() => void create()}>{t('list.new')}</Button>}
      <TextInput className={classes.filter} type="search" aria-label={t('list.filter')} placeholder={t('list.filter')} leftSection={<IconSearch size={16} aria-hidden />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <MentionsButton />
      {!data && <SkeletonRows rows={6} label={t('page.loading')} />}
      {data?.documents.length === 0 && <EmptyState icon={<IconFileText size={32} />} title={t(query === '' ? 'list.emptyTitle' : 'list.noneTitle')}>{t(query === '' ? 'list.emptyText' : 'list.noneText')}</EmptyState>}
      <ul className={classes.list}>
        {data?.documents.map(({ document }) => (
          <li key={document.id}>
            <Link to="/docs/$documentId" params={{ documentId: document.id }} className={classes.row} activeProps={{ 'aria-current': 'page' }}>
              <span className={classes.icon} aria-hidden>{document.icon ?? <IconFileText size={18} />}</span>
              <span className={classes.title}>{document.title || t('untitled')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </ListPane>
  );
}
