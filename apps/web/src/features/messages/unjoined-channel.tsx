import { Button } from '@mantine/core';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconHash, IconMessageOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspaceActions } from '../../sync/index.ts';
import classes from './conversation.module.css';

/** A conversation that is not in my list: a public channel to join, or none of mine. */
export function UnjoinedChannel({ channelId }: { channelId: string }) {
  const { t } = useTranslation('messages');
  const errorText = useErrorText();
  const { addChannel } = useWorkspaceActions();
  const { data, error, isPending } = useQuery({ queryKey: ['channel', channelId], queryFn: () => api.call('getChannel', { params: { id: channelId } }) });
  const join = useSubmit(async () => addChannel(await api.call('joinChannel', { params: { id: channelId } })));
  if (isPending) return <div className={classes.loading}><SkeletonRows kind="message" label={t('list.loading')} /></div>;
  if (!data) {
    return (
      <div className={classes.failed}>
        <EmptyState icon={<IconMessageOff size={32} />} title={t('unjoined.gone')} action={<Button variant="default" component={Link} to="/">{t('unjoined.home')}</Button>}>
          {errorText(error)}
        </EmptyState>
      </div>
    );
  }
  return (
    <form className={classes.failed} onSubmit={join.onSubmit}>
      <EmptyState
        icon={<IconHash size={32} />}
        title={data.name ?? ''}
        action={data.archivedAt === null && <Button type="submit" loading={join.pending}>{t('unjoined.join')}</Button>}
      >
        <p>{data.topic || t('unjoined.text')}</p>
        {data.archivedAt !== null && <p>{t('unjoined.archived')}</p>}
        {join.error !== null && <p role="alert">{join.error}</p>}
      </EmptyState>
    </form>
  );
}
