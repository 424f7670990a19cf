import { Button } from '@mantine/core';
import type { SeenDocument } from '@parvis/contracts';
import { Notice } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { api } from '../../../sync/index.ts';
import { useDocumentRights } from '../menu/use-document-rights.ts';
import { useDocumentTask } from '../menu/use-document-task.ts';

/** It is in the trash: back, or away for good. */
export function TrashedNotice({ seen }: { seen: SeenDocument }) {
  const { t } = useTranslation('documents');
  const task = useDocumentTask();
  const rights = useDocumentRights(seen);
  return (
    <Notice tone="warning">
      {t('stopped.trashed')}{' '}
      {rights.restore && <Button size="compact-sm" variant="default" onClick={() => void task(() => api.call('restoreDocument', { params: { id: seen.document.id } }))}>{t('menu.restore')}</Button>}{' '}
      {rights.purge && <Button size="compact-sm" variant="default" onClick={() => openDialog('purgeDocument', { seen })}>{t('menu.purge')}</Button>}
    </Notice>
  );
}
