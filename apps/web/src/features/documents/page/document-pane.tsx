import { Tabs } from '@mantine/core';
import type { DocumentRole, HistoryEntry, SeenDocument } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { RightPane } from '../../../app/shell/index.ts';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import { CommentsPane } from '../comments/comments-pane.tsx';
import type { Comments } from '../comments/use-comments.ts';
import { HistoryPane } from '../history/history-pane.tsx';
import classes from './document-pane.module.css';

export type PaneName = 'comments' | 'history';

interface DocumentPaneProps {
  pane: PaneName;
  onPane: (pane: PaneName | null) => void;
  session: DocumentSession;
  seen: SeenDocument;
  /** As far as something can be changed now. */
  role: DocumentRole | null;
  comments: Comments;
  moment: HistoryEntry | null;
  onMoment: (entry: HistoryEntry) => void;
}

/** What there is beside a document: what is said about it, and what it was. */
export function DocumentPane({ pane, onPane, session, seen: { document }, role, comments, moment, onMoment }: DocumentPaneProps) {
  const { t } = useTranslation('documents');
  const names: readonly PaneName[] = document.kind === 'text' ? ['comments', 'history'] : ['history'];
  return (
    <RightPane title={t(`pane.${pane}`)} onClose={() => onPane(null)}>
      <Tabs value={pane} onChange={(name) => onPane(name as PaneName)} keepMounted={false}>
        <Tabs.List className={classes.tabs} aria-label={t('pane.label')}>
          {names.map((name) => <Tabs.Tab key={name} value={name}>{t(`pane.${name}`)}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="comments"><CommentsPane documentId={document.id} channelId={document.channelId} role={role} {...comments} /></Tabs.Panel>
        <Tabs.Panel value="history"><HistoryPane session={session} role={role} chosen={moment} onChoose={onMoment} /></Tabs.Panel>
      </Tabs>
    </RightPane>
  );
}
