import { Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
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
import { useCurrentChannelId } from './use-current-channel-id.ts';

interface NewChannelDialogProps extends DialogProps {
  teamId?: string;
}

export function NewChannelDialog({ teamId: given, onClose }: NewChannelDialogProps) {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const me = useWorkspace((state) => state.me);
  const teams = useWorkspace((state) => state.teams);
  const openChannel = useCurrentChannelId();
  const here = useWorkspace((state) => (openChannel === undefined ? null : (state.channels[openChannel]?.channel.teamId ?? null)));
  const { addChannel } = useWorkspaceActions();
  const [clientId] = useState(() => crypto.randomUUID());
  const [teamId, setTeamId] = useState(given ?? here ?? Object.keys(teams)[0] ?? '');
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const [kind, setKind] = useState<'public' | 'private'>('public');
  const [members, setMembers] = useState<User[]>([]);
  const { onSubmit, pending, error } = useSubmit(
    useCallback(async () => {
      const summary = await api.call('createChannel', { body: { teamId, kind, name, topic, memberIds: members.map(({ id }) => id), clientId } });
      addChannel(summary);
      onClose();
      await navigate({ to: '/c/$channelId', params: { channelId: summary.channel.id } });
    }, [teamId, kind, name, topic, members, clientId, addChannel, onClose, navigate]),
  );
  return (
    <DialogFrame onClose={onClose} title={t('newChannel.title')} size="lg">
      <Form onSubmit={onSubmit} pending={pending} error={error} submitLabel={t('newChannel.create')} submitProps={{ disabled: name.trim() === '' || teamId === '' }}>
        <TextInput
          label={t('newChannel.name')}
          placeholder={t('newChannel.namePlaceholder')}
          value={name}
          maxLength={LIMITS.channelName}
          required
          withAsterisk={false}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {Object.keys(teams).length > 1 && (
          <Select
            label={t('newChannel.team')}
            data={Object.values(teams).map(({ team }) => ({ value: team.id, label: team.name })).sort((a, b) => a.label.localeCompare(b.label))}
            value={teamId}
            allowDeselect={false}
            onChange={(value) => { if (value !== null) setTeamId(value); }}
          />
        )}
        <Radio.Group label={t('newChannel.visibility')} value={kind} onChange={(value) => setKind(value === 'private' ? 'private' : 'public')}>
          <Stack gap="xs" mt={6}>
            <Radio value="public" label={t('newChannel.public')} description={t('newChannel.publicHint')} />
            <Radio value="private" label={t('newChannel.private')} description={t('newChannel.privateHint')} />
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('newChannel.topic')}
          description={t('newChannel.topicHint')}
          value={topic}
          maxLength={LIMITS.topic}
          autosize
          minRows={2}
          onChange={(event) => setTopic(event.currentTarget.value)}
        />
        <PeoplePicker
          label={t('newChannel.members')}
          description={t('newChannel.membersHint')}
          value={members}
          onChange={setMembers}
          exclude={(user) => user.id === me.id}
        />
      </Form>
    </DialogFrame>
  );
}
