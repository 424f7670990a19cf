import { Select } from '@mantine/core';
import type { DocumentAccess, LinkAccess } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../../sync/index.ts';
import type { ChangeAccess } from './share-document-dialog.tsx';
import { useAccessChoice } from './use-access-choice.ts';

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
  const [link, choose] = useAccessChoice({
    key: `link ${documentId}`, held: access.linkAccess, onChange,
    tell: (linkAccess) => api.call('updateDocumentAccess', { params: { id: documentId }, body: { linkAccess } }),
  });
  return (
    <Select
      label={t('share.link')} description={t('share.linkHint')} allowDeselect={false} disabled={!editable} value={link}
      data={CHOICES.map((value) => ({ value, label: t(`share.linkAccess.${value}`) }))}
      onChange={(value) => { if (value !== null && value !== link) choose(value); }}
    />
  );
}
