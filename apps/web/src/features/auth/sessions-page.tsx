import { Button } from '@mantine/core';
import { Notice, SkeletonRows, useToasts } from '@parvis/ui';
import type { Session } from '@parvis/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { ChangePassword } from './change-password.tsx';
import { SessionRow } from './session-row.tsx';
import classes from './sessions-page.module.css';

const KEY = ['sessions'];

export function SessionsPage() {
  const { t } = useTranslation(['auth', 'common']);
  const toasts = useToasts();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: async () => (await api.call('listSessions')).sessions });
  const revoke = useMutation({
    mutationFn: (session: Session) => api.call('deleteSession', { params: { id: session.id } }),
    onSuccess: (_, session) => {
      queryClient.setQueryData<Session[]>(KEY, (sessions) => sessions?.filter(({ id }) => id !== session.id));
      toasts.show({ message: t('sessions.revoked'), tone: 'success' });
    },
    onError: (failure) => toasts.show({ message: errorText(failure), tone: 'error' }),
  });
  return (
    <SettingsPage title={t('sessions.title')} text={t('sessions.text')}>
      <SettingsSection title={t('sessions.devices')}>
        {error && <Notice tone="error" action={<Button size="xs" variant="default" onClick={() => void refetch()}>{t('common:error.retry')}</Button>}>{errorText(error)}</Notice>}
        {!data && !error && <SkeletonRows rows={3} kind="message" label={t('common:loading')} />}
        <ul className={classes.list}>
          {data?.map((session) => (
            <SessionRow key={session.id} session={session} pending={revoke.isPending && revoke.variables.id === session.id} onRevoke={revoke.mutate} />
          ))}
        </ul>
      </SettingsSection>
      <SettingsSection title={t('change.title')} text={t('change.text')}><ChangePassword /></SettingsSection>
    </SettingsPage>
  );
}
