import { Button } from '@mantine/core';
import type { DocumentRole, HistoryEntry } from '@parvis/contracts';
import { Avatar, EmptyState, SkeletonRows } from '@parvis/ui';
import { IconHistory, IconTag } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useFormat } from '../../../i18n/index.ts';
import { useUsers } from '../../../sync/index.ts';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { historyQuery } from './history-queries.ts';
import classes from './history.module.css';
import { NameMoment } from './name-moment.tsx';
import { mayWrite } from './may-write.ts';
import { useFreshHistory } from './use-fresh-history.ts';

interface HistoryPaneProps {
  session: DocumentSession;
  role: DocumentRole | null;
  /** The moment that is looked at. */
  chosen: HistoryEntry | null;
  onChoose: (entry: HistoryEntry) => void;
}

/** When a document was written in, by whom, and the names that moments were given; by days, the last first. */
export function HistoryPane({ session, role, chosen, onChoose }: HistoryPaneProps) {
  const { documentId } = session;
  useFreshHistory(session);
  const { t } = useTranslation('documents');
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(historyQuery(documentId));
  const entries = data?.pages.flatMap((page) => page.entries);
  if (error !== null && !entries) return <EmptyState title={t('history.failed')}>{errorText(error)}</EmptyState>;
  if (!entries) return <SkeletonRows rows={5} label={t('history.loading')} />;
  if (entries.length === 0) return <EmptyState icon={<IconHistory size={32} />} title={t('history.none')}>{t('history.noneText')}</EmptyState>;
  const [last] = entries;
  return (
    <div className={classes.pane}>
      {mayWrite(role) && last && last.name === null && <NameMoment documentId={documentId} seq={last.seq} name={null} label={t('history.nameNow')} />}
      {byDay(entries, format.date).map(({ day, ofDay }) => (
        <section key={day} aria-label={day}>
          <h3 className={classes.day}>{day}</h3>
          <ol className={classes.entries}>
            {ofDay.map((entry) => (
              <li key={entry.seq} className={classes.entry} data-chosen={entry.seq === chosen?.seq || undefined}>
                <Stretch entry={entry} chosen={entry.seq === chosen?.seq} isNow={entry.seq === last?.seq} onChoose={() => onChoose(entry)} />
                {entry.seq === chosen?.seq && mayWrite(role) && <NameMoment documentId={documentId} seq={entry.seq} name={entry.name} label={t(entry.name === null ? 'history.name' : 'history.rename')} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('history.more')}</Button>}
    </div>
  );
}

function byDay(entries: readonly HistoryEntry[], dayOf: (instant: string) => string): { day: string; ofDay: HistoryEntry[] }[] {
  const days: { day: string; ofDay: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.endedAt);
    const last = days.at(-1);
    if (last?.day === day) last.ofDay.push(entry);
    else days.push({ day, ofDay: [entry] });
  }
  return days;
}

function Stretch({ entry, chosen, isNow, onChoose }: { entry: HistoryEntry; chosen: boolean; isNow: boolean; onChoose: () => void }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const users = useUsers(entry.authorIds);
  const names = users.map((user) => user?.name ?? t('page.somebody')).join(', ');
  return (
    <button type="button" className={classes.stretch} aria-pressed={chosen} onClick={onChoose}>
      {entry.name !== null && <span className={classes.name}><IconTag size={15} aria-hidden /> {entry.name}</span>}
      <span className={classes.when}>
        <time dateTime={entry.endedAt}>{format.time(entry.endedAt)}</time>
        {isNow && <span className={classes.now}>{t('history.now')}</span>}
      </span>
      <span className={classes.who}>
        <span className={classes.avatars} aria-hidden>{users.slice(0, 3).map((user) => user && <Avatar key={user.id} id={user.id} name={user.name} src={avatarUrl(user)} size={20} />)}</span>
        {names}
      </span>
    </button>
  );
}
