import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import { Form } from '../../../app/forms/form.tsx';
import { useSubmit } from '../../../app/forms/use-submit.ts';
import type { DialogProps } from '../../../app/screens.ts';
import { api, useWorkspace } from '../../../sync/index.ts';

/** A meeting of my own, with a conversation of its own. */
export function NewMeetingDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('meetings');
  const navigate = useNavigate();
  const name = useWorkspace((state) => state.me.name);
  const [title, setTitle] = useState(() => t('new.defaultTitle', { name }));
  /** Of this opening of the dialog: pressing twice makes one meeting. */
  const [clientId] = useState(() => crypto.randomUUID());
  const submit = useSubmit(async () => {
    const meeting = await api.call('createMeeting', { body: { title, clientId } });
    onClose();
    await navigate({ to: '/meet/$meetingId', params: { meetingId: meeting.id } });
  });
  return (
    <DialogFrame title={t('new.title')} onClose={onClose}>
      <Form {...submit} submitLabel={t('new.submit')}>
        <TextInput
          label={t('host.name')} description={t('new.hint')} value={title} required withAsterisk={false} maxLength={LIMITS.title} pattern=".*\S.*" data-autofocus
          onFocus={(event) => event.currentTarget.select()} onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </Form>
    </DialogFrame>
  );
}
