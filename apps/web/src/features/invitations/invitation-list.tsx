import { Button } from '@mantine/core';
import { Notice, SkeletonRows, useToasts } from '@parvis/ui';
import type { Invitation } from '@parvis/contracts';
import { IconLink, IconMail } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { useFormat } from '../../i18n/index.ts';
import { api } from '../../sync/index.ts';
import classes from './invitation-list.module.css';
import { INVITATIONS_KEY } from './invitations-key.ts';

export function InvitationList() {
  const { t } = useTranslation(['invitations', 'common']);
  const format = useFormat();
  const toasts = useToasts();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({ queryKey: INVITATIONS_KEY, queryFn: async () => (await api.call('listInvitations')).invitations });
  const withdraw = useMutation({
    mutationFn: (invitation: Invitation) => api.call('deleteInvitation', { params: { id: invitation.id } }),
    onSuccess: (_, { id }) => {
      queryClient.setQueryData<Invitation[]>(INVITATIONS_KEY, (before) => before?.filter((invitation) => invitation.id !== id));
      toasts.show({ message: t('withdrawn'), tone: 'success' });
    },
    onError: (failure) => toasts.show({ message: errorText(failure), tone: 'error' }),
  });
  if (error) return <Notice tone="error">{errorText(error)}</Notice>;
  if (!data) return <SkeletonRows rows={2} kind="message" label={t('common:loading')} />;
  if (data.length === 0) return <p className={classes.none}>{t('none')}</p>;
  return (
    <ul className={classes.list}>
      {data.map((invitation) => (
        <li key={invitation.id} className={classes.row}>
          <span className={classes.icon}>{invitation.email ? <IconMail size={20} stroke={1.6} aria-hidden /> : <IconLink size={20} stroke={1.6} aria-hidden />}</span>
          <span className={classes.text}>
            <span className={classes.title}>{invitation.email ?? t('openLink')}</span>
            <span className={classes.detail}>
              {[
                invitation.role === 'admin' ? t('asAdmin') : null,
                invitation.role === 'guest' ? t('asGuest', { count: invitation.channelIds.length }) : null,
                t('expires', { date: format.date(invitation.expiresAt) }),
                invitation.email ? null : t('accepted', { count: invitation.acceptedCount }),
              ].filter(Boolean).join(' · ')}
            </span>
          </span>
          <Button
            variant="default" loading={withdraw.isPending && withdraw.variables.id === invitation.id} onClick={() => withdraw.mutate(invitation)}
            aria-label={t('withdrawNamed', { name: invitation.email ?? t('openLink') })}
          >
            {t('withdraw')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
