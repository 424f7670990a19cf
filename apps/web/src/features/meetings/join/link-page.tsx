import { Button } from '@mantine/core';
import { Notice, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../../app/forms/page-heading.tsx';
import { useHashToken } from '../../../app/forms/use-hash-token.ts';
import { useErrorText } from '../../../app/use-error-text.ts';
import { api, NetworkFailure } from '../../../sync/index.ts';
import { OutsideEngine } from '../engine/index.ts';
import { LinkForm } from './link-form.tsx';

/** `/join#token=…`: where a link to a meeting leads, with or without an account. */
export function LinkPage() {
  const { t } = useTranslation(['meetings', 'common', 'auth']);
  const errorText = useErrorText();
  const token = useHashToken();
  const { data, error, refetch } = useQuery({
    queryKey: ['meeting-link', token],
    queryFn: () => api.call('lookUpMeetingLink', { body: { token } }),
    enabled: token !== '',
    staleTime: 30_000,
    retry: false,
  });
  if (token === '' || error) {
    return (
      <>
        <PageHeading title={t('link.failed')} />
        <Notice tone="error" action={error instanceof NetworkFailure && <Button variant="default" size="xs" onClick={() => void refetch()}>{t('common:error.retry')}</Button>}>
          {error ? errorText(error) : t('link.noToken')}
        </Notice>
        <Button component={Link} to="/sign-in" variant="subtle" fullWidth mt="md">{t('auth:backToSignIn')}</Button>
      </>
    );
  }
  if (!data) return <SkeletonRows rows={5} label={t('common:loading')} />;
  return <OutsideEngine><LinkForm token={token} {...data} /></OutsideEngine>;
}
