import { TextInput } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { api } from '../../sync/index.ts';
import { EmailField, NewPasswordField, useEnter } from '../auth/index.ts';

interface AcceptInvitationFormProps {
  token: string;
  organisation: string;
  /** The only address that may accept it; null for a link that several may use. */
  boundEmail: string | null;
}

export function AcceptInvitationForm({ token, organisation, boundEmail }: AcceptInvitationFormProps) {
  const { t } = useTranslation(['invitations', 'auth']);
  const enter = useEnter();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(boundEmail ?? '');
  const [password, setPassword] = useState('');
  const submit = useSubmit(async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const { user } = await api.call('acceptInvitation', { body: { token, name, email, password, language: currentLanguage(), timeZone } });
    await enter(user);
  });
  return (
    <>
      <PageHeading title={t('accept.title', { organisation })}>{t('accept.text')}</PageHeading>
      <Form {...submit} submitLabel={t('accept.submit')} submitProps={{ fullWidth: true }}>
        <TextInput
          label={t('auth:name')} value={name} size="md" required withAsterisk={false} maxLength={LIMITS.name} autoComplete="name" autoFocus
          pattern=".*\S.*" onChange={(event) => setName(event.currentTarget.value)}
        />
        <EmailField
          label={t('auth:email')} value={email} onChange={setEmail} readOnly={boundEmail !== null}
          description={boundEmail !== null ? t('accept.bound') : undefined} inputWrapperOrder={['label', 'input', 'description']}
        />
        <NewPasswordField label={t('auth:password.label')} value={password} onChange={setPassword} about={[name, email, organisation]} />
      </Form>
    </>
  );
}
