import { ActionIcon, Button } from '@mantine/core';
import type { RouteOutput } from '@parvis/contracts';
import { Tooltip } from '@parvis/ui';
import { IconShare, IconStar, IconStarFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { ListBackButton } from '../../../app/shell/index.ts';
import { api } from '../../../sync/index.ts';
import type { DocumentSession, DocumentSessionState } from '../../../sync/documents/index.ts';
import { DocumentMenu } from '../menu/document-menu.tsx';
import { useDocumentTask } from '../menu/use-document-task.ts';
import { type BoardHandle, useBoardDownloads } from '../whiteboard/index.ts';
import { useDownloadActions } from '../out/use-download-actions.tsx';
import classes from './document-page.module.css';
import { DocumentPath } from './document-path.tsx';
import { PeoplePresent } from './people-present.tsx';
import { SavedIndicator } from './saved-indicator.tsx';

interface DocumentHeaderProps {
  session: DocumentSession;
  state: DocumentSessionState;
  seen: RouteOutput<'getDocument'> | undefined;
  /** Of a document that has no place for it itself. */
  title?: ReactNode;
  /** Of a whiteboard, while it is shown. */
  board: BoardHandle | null;
  /** What can be opened beside it. */
  children?: ReactNode;
}

/** Where the document is, whether it is saved, who is there, and what can be done with it. */
export function DocumentHeader({ session, state, seen, title, board, children }: DocumentHeaderProps) {
  return (
    <header className={classes.header} data-titled={title === undefined ? undefined : true}>
      <ListBackButton to="/docs" />
      {seen ? <DocumentPath seen={seen} /> : <span className={classes.path} />}
      {title}
      <SavedIndicator saved={state.saved} />
      <PeoplePresent session={session} />
      {children}
      {seen && <DocumentTools seen={seen} session={session} state={state} board={board} />}
    </header>
  );
}

function DocumentTools({ seen, session, state, board }: DocumentHeaderProps & { seen: RouteOutput<'getDocument'> }) {
  const { t } = useTranslation('documents');
  const task = useDocumentTask();
  const { document, favourite } = seen;
  const downloads = useDownloadActions(session, document.title);
  const pictures = useBoardDownloads(board, document.title || t('untitled'));
  const star = t(favourite ? 'menu.unfavourite' : 'menu.favourite');
  const trashed = document.trashedAt !== null;
  return (
    <>
      {!trashed && (
        <Tooltip label={star}>
          <ActionIcon className={classes.star} size={34} aria-label={star} aria-pressed={favourite} onClick={() => void task(() => api.call('setDocumentFavourite', { params: { id: document.id }, body: { favourite: !favourite } }))}>
            {favourite ? <IconStarFilled size={19} aria-hidden /> : <IconStar size={19} stroke={1.7} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
      {!trashed && <Button className={classes.share} size="sm" variant="default" leftSection={<IconShare size={17} aria-hidden />} onClick={() => openDialog('shareDocument', { documentId: document.id })}>{t('menu.share')}</Button>}
      <DocumentMenu seen={seen} className={classes.menu} opened more={document.kind === 'whiteboard' ? pictures : state.ready ? downloads : []} />
    </>
  );
}
