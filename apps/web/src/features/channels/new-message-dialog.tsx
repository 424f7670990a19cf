import { LIMITS, type User } from '@parvis/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api, useWorkspace, useWorkspaceActions } from '../../sync/index.ts';
import { PeoplePicker } from './people-picker.tsx';

/** Opens the conversation with the people picked; there is one only, however often it is opened. */
export function NewMessageDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const meId = useWorkspace((state) => state.me.id);
  const { addChannel, addUsers } = useWorkspaceActions();
  const [people, setPeople] = useState<User[]>([]);
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      if (people.length === 0) return;
      const summary = await api.call('openConversation', { body: { userIds: people.map(({ id }) => id) } });
      addUsers(people);
      addChannel(summary);
      onClose();
      await navigate({ to: '/c/$channelId', params: { channelId: summary.channel.id } });
    }, [people, addUsers, addChannel, onClose, navigate]),
  );
  return (
    <DialogFrame onClose={onClose} title={t('newMessage.title')} size="md">
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t('newMessage.open')} submitProps={{ disabled: people.length === 0 }}>
        <PeoplePicker
          label={t('newMessage.to')}
          description={t('newMessage.hint')}
          value={people}
          onChange={setPeople}
          exclude={(user) => user.id === meId}
          max={LIMITS.groupMembers - 1}
          autoFocus
        />
      </Form>
    </DialogFrame>
  );
}
