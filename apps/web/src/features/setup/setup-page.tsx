import { Button } from '@mantine/core';
import { Notice } from '@parvis/ui';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useHashToken } from '../../app/forms/use-hash-token.ts';
import { api } from '../../sync/index.ts';
import { SetupWizard } from './setup-wizard.tsx';

export function SetupPage() {
  const { t } = useTranslation(['setup', 'auth']);
  const token = useHashToken();
  const [done, setDone] = useState(false);
  useEffect(() => {
    // Without an answer the wizard shows: it says so itself when it fails.
    api.call('getSetup').then(({ required }) => setDone(!required), () => undefined);
  }, []);
  if (done) {
    return (
      <>
        <PageHeading title={t('done.title')}>{t('done.text')}</PageHeading>
        <Button component={Link} to="/sign-in" size="md" fullWidth>{t('auth:signIn.submit')}</Button>
      </>
    );
  }
  if (token === '') {
    return (
      <>
        <PageHeading title={t('noToken.title')} />
        <Notice tone="info">{t('noToken.text')}</Notice>
      </>
    );
  }
  return <SetupWizard token={token} />;
}
