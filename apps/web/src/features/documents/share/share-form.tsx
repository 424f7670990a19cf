import { Button, MultiSelect } from '@mantine/core';
import type { DocumentAccess, DocumentRole, User } from '@parvis/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../sync/index.ts';
import { PeoplePicker } from '../../channels/index.ts';
import { useGroups } from '../../groups/index.ts';
import { RoleField } from './role-field.tsx';
import type { ChangeAccess } from './share-document-dialog.tsx';
import classes from './share.module.css';

interface ShareFormProps {
  documentId: string;
  /** Picked already. */
  initial: readonly User[];
  access: DocumentAccess;
  onChange: ChangeAccess;
}

/** Gives people and groups a document. */
export function ShareForm({ documentId, initial, access, onChange }: ShareFormProps) {
  const { t } = useTranslation('documents');
  const groups = useGroups();
  const [people, setPeople] = useState(initial);
  const [groupIds, setGroupIds] = useState<string[]>([]);
  const [role, setRole] = useState<DocumentRole>('editor');
  const has = new Set(access.grants.filter(({ inheritedFrom }) => inheritedFrom === null).flatMap(({ userId, groupId }) => userId ?? groupId ?? []));
  const offered = [...groups.values()].filter(({ id }) => !has.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const share = async () => {
    for (const { id } of people) await onChange(() => api.call('grantDocumentToUser', { params: { id: documentId, userId: id }, body: { role } }));
    for (const groupId of groupIds) await onChange(() => api.call('grantDocumentToGroup', { params: { id: documentId, groupId }, body: { role } }));
    setPeople([]);
    setGroupIds([]);
  };
  return (
    <form className={classes.form} onSubmit={(event) => { event.preventDefault(); void share(); }}>
      <div>
        <PeoplePicker label={t('share.people')} value={people} onChange={setPeople} exclude={({ id }) => has.has(id)} />
        {offered.length > 0 && <MultiSelect mt={8} label={t('share.groups')} placeholder={groupIds.length === 0 ? t('share.groupsPlaceholder') : ''} searchable data={offered} value={groupIds} onChange={setGroupIds} />}
      </div>
      <RoleField label={t('share.as')} role={role} onChange={setRole} />
      <Button type="submit" disabled={people.length + groupIds.length === 0}>{t('share.do')}</Button>
    </form>
  );
}
