import { Switch } from '@mantine/core';
import type { DocumentAccess, RouteOutput } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../../sync/index.ts';
import { useHomeName } from '../use-home-name.ts';
import type { ChangeAccess } from './share-document-dialog.tsx';
import { useAccessChoice } from './use-access-choice.ts';

interface AccessFromAboveProps {
  seen: RouteOutput<'getDocument'>;
  access: DocumentAccess;
  editable: boolean;
  onChange: ChangeAccess;
}

/** Whether the people of its conversation, or those of the document above, have it too; it can keep out of that. */
export function AccessFromAbove({ seen: { document, path }, access, editable, onChange }: AccessFromAboveProps) {
  const { t } = useTranslation('documents');
  const home = useHomeName(document);
  const [inherits, choose] = useAccessChoice({
    key: `inherits ${document.id}`, held: access.inheritsAccess, onChange,
    tell: (inheritsAccess) => api.call('updateDocumentAccess', { params: { id: document.id }, body: { inheritsAccess } }),
  });
  if (document.parentId === null && document.channelId === null) return null;
  const above = path.find(({ id }) => id === document.parentId);
  const label = document.parentId === null ? t('share.peopleOf', { name: home }) : t('share.peopleAbove', { title: above?.title || t('share.above') });
  const hint = inherits ? (document.parentId === null ? 'share.inheritedHome' : 'share.inherited') : 'share.apart';
  return (
    <Switch
      label={label} description={t(hint, { name: home })} checked={inherits} disabled={!editable}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
