import { Button } from '@mantine/core';
import { Notice, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../app/forms/page-heading.tsx';
import { useHashToken } from '../../app/forms/use-hash-token.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, NetworkFailure } from '../../sync/index.ts';
import { AcceptInvitationForm } from './accept-invitation-form.tsx';

export function AcceptInvitationPage() {
  const { t } = useTranslation(['invitations', 'common', 'auth']);
  const errorText = useErrorText();
  const token = useHashToken();
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.call('lookUpInvitation', { body: { token } }),
    enabled: token !== '',
    staleTime: Infinity,
  });

  if (token === '' || error) {
    return (
      <>
        <PageHeading title={t('accept.failedTitle')} />
        <Notice tone="error" action={error instanceof NetworkFailure && <Button variant="default" size="xs" onClick={() => void refetch()}>{t('common:error.retry')}</Button>}>
          {error ? errorText(error) : t('accept.noToken')}
        </Notice>
        <Button component={Link} to="/sign-in" variant="subtle" fullWidth mt="md">{t('auth:backToSignIn')}</Button>
      </>
    );
  }
  if (!data) return <SkeletonRows rows={5} label={t('common:loading')} />;
  return <AcceptInvitationForm token={token} organisation={data.organisationName} boundEmail={data.email} />;
}
