import { Stack, Switch } from '@mantine/core';
import type { DocumentAccess } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../app/forms/copy-field.tsx';
import { api } from '../../../sync/index.ts';
import type { ChangeAccess } from './share-document-dialog.tsx';
import { useAccessChoice } from './use-access-choice.ts';

interface PublicPageProps {
  documentId: string;
  access: DocumentAccess;
  editable: boolean;
  onChange: ChangeAccess;
}

/** Whether the whole world may read it, and where. */
export function PublicPage({ documentId, access, editable, onChange }: PublicPageProps) {
  const { t } = useTranslation('documents');
  const [published, choose] = useAccessChoice({
    key: `public ${documentId}`, held: access.published, onChange,
    tell: (value) => api.call('updateDocumentAccess', { params: { id: documentId }, body: { published: value } }),
  });
  return (
    <Stack gap="sm">
      <Switch
        label={t('share.public')} description={t('share.publicHint')} checked={published} disabled={!editable}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {published && access.publicPath !== null && <CopyField label={t('share.publicAddress')} value={window.location.origin + access.publicPath} />}
    </Stack>
  );
}
