import { EmptyState } from '@parvis/ui';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PlacePage, placeClasses } from '../../app/place-page.tsx';
import { useWorkspace } from '../../sync/index.ts';
import { ScheduledCard } from './scheduled-card.tsx';

/** `/scheduled`: what will be sent, the next one first; what could not be, before all. */
export function ScheduledPage() {
  const { t } = useTranslation('scheduled');
  const scheduled = useWorkspace((state) => state.scheduled);
  const all = Object.values(scheduled).sort((a, b) => Number(b.failure !== null) - Number(a.failure !== null) || a.sendAt.localeCompare(b.sendAt));
  return (
    <PlacePage title={t('title')}>
      {all.length === 0
        ? <EmptyState icon={<IconClock size={32} />} title={t('empty.title')}>{t('empty.text')}</EmptyState>
        : <ul className={placeClasses.list}>{all.map((message) => <ScheduledCard key={message.id} message={message} />)}</ul>}
    </PlacePage>
  );
}
