import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { documentsQuery } from '../documents/index.ts';
import type { SwitcherPlace } from './use-places.ts';

const FEW = 8;
type DocumentPlace = Extract<SwitcherPlace, { kind: 'document' }>;

/** Documents by title, those that I opened last before others; asked for once something is typed. */
export function useDocumentPlaces(typed: string): { documents: DocumentPlace[]; searching: boolean } {
  const { t } = useTranslation('documents');
  const [query] = useDebouncedValue(typed.trim(), 150);
  const enabled = query !== '';
  const recent = useQuery({ ...documentsQuery('recent', { query, limit: FEW }), enabled, placeholderData: keepPreviousData });
  const all = useQuery({ ...documentsQuery('all', { query, limit: FEW }), enabled, placeholderData: keepPreviousData });
  const documents = useMemo(() => {
    const places = new Map<string, DocumentPlace>();
    const visited = recent.data?.documents ?? [];
    for (const [index, { document }] of [...visited, ...(all.data?.documents ?? [])].entries()) {
      if (places.has(document.id)) continue;
      places.set(document.id, { kind: 'document', id: document.id, document, title: document.title || t('untitled'), detail: t('list.title'), weight: Math.max(0, visited.length - index), unread: false });
    }
    return enabled ? [...places.values()] : [];
  }, [recent.data, all.data, enabled, t]);
  return { documents, searching: enabled && (recent.isFetching || all.isFetching) };
}
