import { Notice } from '@parvis/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { api } from '../../sync/index.ts';
import classes from './auth.module.css';
import { EmailField } from './email-field.tsx';

export function ForgotPasswordPage() {
  const { t } = useTranslation('auth');
  const [email, setEmail] = useState('');
  const [outcome, setOutcome] = useState<{ email: string; mailEnabled: boolean } | null>(null);
  const submit = useSubmit(async () => {
    const { mailEnabled } = await api.call('requestPasswordReset', { body: { email } });
    setOutcome({ email, mailEnabled });
  });
  const back = <p className={classes.foot}><Link to="/sign-in" className={classes.link}>{t('backToSignIn')}</Link></p>;
  if (outcome) {
    return (
      <>
        <PageHeading title={t(outcome.mailEnabled ? 'forgot.sentTitle' : 'forgot.noMailTitle')} />
        <Notice tone={outcome.mailEnabled ? 'success' : 'warning'}>
          {outcome.mailEnabled ? t('forgot.sentText', { email: outcome.email }) : t('forgot.noMailText')}
        </Notice>
        {back}
      </>
    );
  }
  return (
    <>
      <PageHeading title={t('forgot.title')}>{t('forgot.text')}</PageHeading>
      <Form {...submit} submitLabel={t('forgot.submit')} submitProps={{ fullWidth: true }}>
        <EmailField label={t('email')} value={email} onChange={setEmail} autoFocus />
      </Form>
      {back}
    </>
  );
}
