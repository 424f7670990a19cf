import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentsQuery, useDocumentHints } from '../document-queries.ts';
import { DocumentTree } from '../list/document-tree.tsx';
import { NewDocumentButtons } from '../list/new-document-buttons.tsx';
import { buildNodes } from '../list/tree-nodes.ts';
import { useMayAddDocument } from '../may-add-document.ts';

/** The documents of a conversation, in its details. */
export function ChannelDocuments({ channelId }: { channelId: string }) {
  const { t } = useTranslation('documents');
  const mayAdd = useMayAddDocument(channelId);
  useDocumentHints();
  const { data } = useQuery(documentsQuery('channel', { channelId }));
  const section = `channel:${channelId}` as const;
  const nodes = useMemo(() => buildNodes([[section, data?.documents ?? null]]), [section, data]);
  return (
    <>
      {mayAdd && <NewDocumentButtons channelId={channelId} />}
      {!data ? <SkeletonRows rows={4} label={t('page.loading')} />
        : data.documents.length === 0 ? <EmptyState icon={<IconFileText size={32} />} title={t('conversation.empty')}>{t('conversation.emptyText')}</EmptyState>
          : <DocumentTree nodes={nodes} root={section} label={t('conversation.label')} />}
    </>
  );
}
