import { TextInput } from '@mantine/core';
import { SkeletonRows } from '@parvis/ui';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isGuest } from '../../../app/is-admin.ts';
import { ListPane } from '../../../app/list-pane.tsx';
import { useWorkspace } from '../../../sync/index.ts';
import { useDocumentHints } from '../document-queries.ts';
import { ImportArea } from '../in/import-area.tsx';
import { MentionsButton } from '../mentions/mentions-button.tsx';
import classes from './document-list.module.css';
import { DocumentTree } from './document-tree.tsx';
import { FoundDocuments } from './found-documents.tsx';
import { NewDocumentButtons } from './new-document-buttons.tsx';
import { useTreeNodes } from './use-tree-nodes.ts';

/** The second pane of Documents. */
export function DocumentList() {
  const { t } = useTranslation('documents');
  const guest = useWorkspace((state) => isGuest(state.me));
  const [words, setWords] = useState('');
  const query = useDeferredValue(words.trim());
  useDocumentHints();
  const { nodes, loading } = useTreeNodes();
  return (
    <ListPane title={t('list.title')} label={t('list.label')}>
      <ImportArea disabled={guest}>
        {!guest && <NewDocumentButtons />}
        <TextInput className={classes.filter} type="search" aria-label={t('list.filter')} placeholder={t('list.filter')} leftSection={<IconSearch size={16} aria-hidden />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <MentionsButton />
        {query !== '' ? <FoundDocuments query={query} /> : loading ? <SkeletonRows rows={6} label={t('page.loading')} /> : <DocumentTree nodes={nodes} label={t('list.tree')} />}
      </ImportArea>
    </ListPane>
  );
}
