import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import type { DocumentRole, HistoryEntry, SeenDocument } from '@parvis/contracts';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconArrowBack, IconRestore } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useFormat } from '../../../i18n/index.ts';
import { historyQuery, momentQuery } from './history-queries.ts';
import classes from './history.module.css';
import { mayWrite } from './may-write.ts';
import { MomentBoard } from './moment-board.tsx';
import { MomentChanges } from './moment-changes.tsx';
import { MomentText } from './moment-text.tsx';
import { useRestore } from './use-restore.ts';

interface MomentViewProps {
  seen: SeenDocument;
  role: DocumentRole | null;
  entry: HistoryEntry;
  /** Back to what the document is now. */
  onClose: () => void;
}

/** A document as it was: to be read, compared and restored. */
export function MomentView({ seen: { document }, role, entry, onClose }: MomentViewProps) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const errorText = useErrorText();
  const [view, setView] = useState<'changes' | 'text'>('changes');
  const [since, setSince] = useState(entry.fromSeq - 1);
  const { data: history } = useInfiniteQuery(historyQuery(document.id));
  const moments = history?.pages.flatMap((page) => page.entries) ?? [];
  const head = moments[0]?.seq ?? entry.seq;
  const then = useQuery(momentQuery(document.id, entry.seq));
  const base = useQuery(momentQuery(document.id, since));
  const restore = useRestore(document.id, onClose);
  const error = then.error ?? (view === 'changes' ? base.error : null);
  const board = document.kind === 'whiteboard';
  return (
    <section className={classes.moment} aria-label={t('history.asOf', { moment: format.dateTime(entry.endedAt) })}>
      <header className={classes.bar}>
        <h2 className={classes.title}>{t('history.asOf', { moment: format.dateTime(entry.endedAt) })}{entry.name !== null && <span className={classes.titleName}> · {entry.name}</span>}</h2>
        <div className={classes.tools}>
          {!board && (
            <SegmentedControl
              className={classes.views} size="sm" aria-label={t('history.view')} value={view} onChange={(value) => setView(value as 'changes' | 'text')}
              data={[{ value: 'changes', label: t('history.changes') }, { value: 'text', label: t('history.text') }]}
            />
          )}
          {mayWrite(role) && document.trashedAt === null && entry.seq !== head && <Button loading={restore.busy} leftSection={<IconRestore size={18} aria-hidden />} onClick={() => void restore.run(entry.seq)}>{t('history.restore')}</Button>}
          <Button variant="default" leftSection={<IconArrowBack size={18} aria-hidden />} onClick={onClose}>{t('history.back')}</Button>
        </div>
        {view === 'changes' && !board && (
          <NativeSelect
            className={classes.since} label={t('history.since')} value={String(since)} onChange={(event) => setSince(Number(event.currentTarget.value))}
            data={[
              { value: String(entry.fromSeq - 1), label: t('history.before') },
              ...moments.filter(({ seq }) => seq !== entry.seq && seq !== entry.fromSeq - 1)
                .map(({ seq, name, endedAt }) => ({ value: String(seq), label: [seq === head && t('history.now'), name, format.dateTime(endedAt)].filter(Boolean).join(' · ') })),
            ]}
          />
        )}
      </header>
      {error !== null && <EmptyState title={t('history.momentFailed')}>{errorText(error)}</EmptyState>}
      {error === null && (!then.data || !base.data) && <SkeletonRows rows={6} label={t('history.momentLoading')} />}
      {error === null && board && then.data && <MomentBoard key={entry.seq} documentId={document.id} updates={then.data} name={document.title} />}
      {error === null && then.data && base.data && !board && (view === 'text'
        ? <MomentText key={entry.seq} documentId={document.id} updates={then.data} label={document.title} />
        : <MomentChanges before={since <= entry.seq ? base.data : then.data} after={since <= entry.seq ? then.data : base.data} />)}
    </section>
  );
}
