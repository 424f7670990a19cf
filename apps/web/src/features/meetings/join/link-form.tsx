import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '@parvis/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../app/forms/form.tsx';
import { PageHeading } from '../../../app/forms/page-heading.tsx';
import { useSubmit } from '../../../app/forms/use-submit.ts';
import { setSignedInAs } from '../../../app/session.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { api, ApiProblem } from '../../../sync/index.ts';
import { tabDeviceId } from '../engine/index.ts';
import { intendToJoin } from '../join-intent.ts';
import classes from './join-flow.module.css';
import { Mirror } from './mirror.tsx';
import { usePreview } from './use-preview.ts';

interface LinkFormProps {
  token: string;
  meetingId: string;
  title: string;
  organisation: string;
  locked: boolean;
}

/** Somebody who is signed in comes as themselves; anybody else says a name. */
export function LinkForm({ token, title, organisation, locked }: LinkFormProps) {
  const { t } = useTranslation(['meetings', 'auth', 'errors']);
  const router = useRouter();
  const me = useQuery({ queryKey: ['me-or-nobody'], queryFn: () => api.call('getMe', {}).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'unauthenticated') return null;
    throw error;
  }), retry: false });
  const [name, setName] = useState('');
  const [wanted, want] = usePreview();
  const submit = useSubmit(async () => {
    const { meetingId, participant } = await api.call('joinByMeetingLink', { body: { token, deviceId: await tabDeviceId(), ...(!me.data && { name: name.trim(), language: currentLanguage() }) } });
    setSignedInAs(participant.userId);
    intendToJoin({ meetingId, ...wanted });
    router.history.push(`/meet/${meetingId}`);
  });
  return (
    <Mirror wanted={wanted} onWant={want} face={{ id: me.data?.id ?? 'guest', name: me.data?.name ?? name }}>
      <PageHeading title={title}>{t('link.at', { organisation })}</PageHeading>
      {locked && <Notice tone="warning">{t('meeting_locked', { ns: 'errors' })}</Notice>}
      <Form {...submit} submitLabel={t('join.now')} submitProps={{ fullWidth: true, disabled: me.isPending }}>
        {me.data === null && (
          <TextInput
            label={t('link.name')} value={name} size="md" required withAsterisk={false} maxLength={LIMITS.name} autoComplete="name" autoFocus pattern=".*\S.*"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {me.data && <p className={classes.who}>{t('link.as', { name: me.data.name })}</p>}
      </Form>
    </Mirror>
  );
}
