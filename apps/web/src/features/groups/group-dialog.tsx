import { TextInput } from '@mantine/core';
import type { User, UserGroup } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { PeoplePicker } from '../channels/index.ts';
import { readGroups } from './group-directory.ts';

interface GroupDialogProps extends DialogProps {
  /** The one to change; without it, a new one is made. */
  group?: UserGroup;
  teamId: string | null;
}

export function GroupDialog({ group, teamId, onClose }: GroupDialogProps) {
  const { t } = useTranslation('groups');
  const meId = useWorkspace((state) => state.me.id);
  const [handle, setHandle] = useState(group?.handle ?? '');
  const [name, setName] = useState(group?.name ?? '');
  const [people, setPeople] = useState<User[]>([]);
  const submit = useSubmit(async () => {
    const body = { handle: handle.trim().replace(/^@/, '').toLowerCase(), name };
    if (group) await api.call('updateGroup', { params: { id: group.id }, body });
    else await api.call('createGroup', { body: { ...body, teamId, userIds: people.map(({ id }) => id) } });
    await readGroups(meId, true);
    onClose();
  });
  return (
    <DialogFrame onClose={onClose} title={t(group ? 'editTitle' : 'newTitle')}>
      <Form {...submit} submitLabel={t(group ? 'save' : 'create')} submitProps={{ disabled: handle.trim().length < 2 || name.trim() === '' }}>
        <TextInput
          label={t('handle')} description={t('handleHint')} value={handle} maxLength={LIMITS.groupHandle + 1} leftSection="@" required withAsterisk={false}
          data-autofocus autoCapitalize="none" spellCheck={false} pattern="@?[\p{L}\p{N}][\p{L}\p{N}._\-]*" title={t('handleHint')}
          onChange={(event) => setHandle(event.currentTarget.value)}
        />
        <TextInput label={t('name')} value={name} maxLength={LIMITS.name} required withAsterisk={false} onChange={(event) => setName(event.currentTarget.value)} />
        {!group && <PeoplePicker label={t('peopleLabel')} description={t(teamId === null ? 'peopleHint' : 'peopleHintTeam')} value={people} onChange={setPeople} />}
      </Form>
    </DialogFrame>
  );
}
