import { PasswordInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api } from '../../sync/index.ts';
import classes from './auth.module.css';
import { EmailField } from './email-field.tsx';
import { useEnter } from './use-enter.ts';

const route = getRouteApi('/public/sign-in');

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { next } = route.useSearch();
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = useSubmit(async () => {
    const { user } = await api.call('createSession', { body: { email, password } });
    await enter(user, next);
  });
  return (
    <>
      <PageHeading title={t('signIn.title')} />
      <Form {...submit} submitLabel={t('signIn.submit')} submitProps={{ fullWidth: true }}>
        <EmailField label={t('email')} value={email} onChange={setEmail} autoFocus />
        <div>
          <PasswordInput
            label={t('password.label')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} required
            withAsterisk={false} autoComplete="current-password" size="md"
            visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0, 'aria-hidden': false }}
          />
          <p className={classes.below}><Link to="/forgot-password" className={classes.link}>{t('forgot.link')}</Link></p>
        </div>
      </Form>
      <p className={classes.foot}>{t('signIn.noAccount')}</p>
    </>
  );
}
