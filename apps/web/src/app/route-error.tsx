import { Button } from '@mantine/core';
import { EmptyState } from '@parvis/ui';
import { IconCompass, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NetworkFailure } from '../sync/index.ts';
import { useErrorText } from './use-error-text.ts';

export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const router = useRouter();
  const retry = () => { reset(); void router.invalidate(); };
  return (
    <EmptyState
      icon={<IconPlugConnectedX size={32} />}
      title={error instanceof NetworkFailure ? t('error.noServer') : t('error.title')}
      action={<Button onClick={retry}>{t('error.retry')}</Button>}
    >
      <p role="alert">{errorText(error)}</p>
    </EmptyState>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<IconCompass size={32} />} title={t('notFound.title')} action={<Button component={Link} to="/">{t('notFound.home')}</Button>}>
      {t('notFound.text')}
    </EmptyState>
  );
}
