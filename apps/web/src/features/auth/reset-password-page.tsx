import { Button } from '@mantine/core';
import { Notice } from '@parvis/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useHashToken } from '../../app/forms/use-hash-token.ts';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api } from '../../sync/index.ts';
import classes from './auth.module.css';
import { NewPasswordField } from './new-password-field.tsx';

export function ResetPasswordPage() {
  const { t } = useTranslation('auth');
  const token = useHashToken();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const submit = useSubmit(async () => {
    await api.call('completePasswordReset', { body: { token, password } });
    setDone(true);
  });
  if (done) {
    return (
      <div className={classes.stack}>
        <PageHeading title={t('reset.doneTitle')}>{t('reset.doneText')}</PageHeading>
        <Button component={Link} to="/sign-in" size="md">{t('signIn.submit')}</Button>
      </div>
    );
  }
  return (
    <>
      <PageHeading title={t('reset.title')}>{t('reset.text')}</PageHeading>
      {token === '' ? <Notice tone="error">{t('reset.noToken')}</Notice> : (
        <Form {...submit} submitLabel={t('reset.submit')} submitProps={{ fullWidth: true }}>
          <NewPasswordField label={t('password.new')} value={password} onChange={setPassword} about={[]} />
        </Form>
      )}
      <p className={classes.foot}><Link to="/forgot-password" className={classes.link}>{t('reset.again')}</Link></p>
    </>
  );
}
