import { Select } from '@mantine/core';
import type { DocumentAccess, LinkAccess } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../../sync/index.ts';
import type { ChangeAccess } from './share-document-dialog.tsx';

const CHOICES: readonly LinkAccess[] = ['none', 'reader', 'commenter', 'editor'];

interface LinkAccessFieldProps {
  documentId: string;
  access: DocumentAccess;
  editable: boolean;
  onChange: ChangeAccess;
}

/** What everybody in the organisation may who has the address. */
export function LinkAccessField({ documentId, access, editable, onChange }: LinkAccessFieldProps) {
  const { t } = useTranslation('documents');
  return (
    <Select
      label={t('share.link')} description={t('share.linkHint')} allowDeselect={false} disabled={!editable} value={access.linkAccess}
      data={CHOICES.map((value) => ({ value, label: t(`share.linkAccess.${value}`) }))}
      onChange={(linkAccess) => {
        if (linkAccess !== null) void onChange(() => api.call('updateDocumentAccess', { params: { id: documentId }, body: { linkAccess } }));
      }}
    />
  );
}
