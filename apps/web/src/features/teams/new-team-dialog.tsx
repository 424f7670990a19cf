import { Textarea, TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, useWorkspaceActions } from '../../sync/index.ts';

export function NewTeamDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('teams');
  const navigate = useNavigate();
  const { addTeam } = useWorkspaceActions();
  const [clientId] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      const summary = await api.call('createTeam', { body: { name, description, clientId } });
      addTeam(summary);
      onClose();
      // Whom to bring in is the next question: the page of its members asks it.
      await navigate({ to: '/browse/$teamId', params: { teamId: summary.team.id }, search: { tab: 'members' } });
    }, [name, description, clientId, addTeam, onClose, navigate]),
  );
  return (
    <DialogFrame onClose={onClose} title={t('newTeam.title')}>
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t('newTeam.create')} submitProps={{ disabled: name.trim() === '' }}>
        <TextInput
          label={t('newTeam.name')}
          placeholder={t('newTeam.namePlaceholder')}
          value={name}
          maxLength={LIMITS.name}
          required
          withAsterisk={false}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('newTeam.description')}
          description={t('newTeam.descriptionHint')}
          value={description}
          maxLength={LIMITS.description}
          autosize
          minRows={2}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
      </Form>
    </DialogFrame>
  );
}
