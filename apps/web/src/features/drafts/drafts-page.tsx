import { EmptyState } from '@parvis/ui';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PlacePage, placeClasses } from '../../app/place-page.tsx';
import { useDrafts } from '../../sync/index.ts';
import { DraftCard } from './draft-card.tsx';

/** `/drafts`: all that I have begun to write, the last written first. */
export function DraftsPage() {
  const { t } = useTranslation('drafts');
  const drafts = useDrafts();
  return (
    <PlacePage title={t('title')}>
      {drafts.length === 0
        ? <EmptyState icon={<IconPencil size={32} />} title={t('empty.title')}>{t('empty.text')}</EmptyState>
        : <ul className={placeClasses.list}>{drafts.map((draft) => <DraftCard key={draft.threadId ?? draft.channelId} draft={draft} />)}</ul>}
    </PlacePage>
  );
}
