import { Button, Modal } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { IconArchive, IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspaceActions, type ChannelEntry } from '../../sync/index.ts';
import classes from './channel-details.module.css';
import { ChannelMakePrivate } from './channel-make-private.tsx';
import type { ChannelRights } from './use-channel-rights.ts';
import { useConversationTitle } from './use-conversation-title.ts';

interface ChannelLeaveProps {
  entry: ChannelEntry;
  rights: ChannelRights;
  onLeft: () => void;
}

/**
 * Leaving and archiving. What can be taken back is done at once with an offer to undo it; leaving
 * what one can't come back to by oneself asks first.
 */
export function ChannelLeave({ entry, rights, onLeft }: ChannelLeaveProps) {
  const { channel } = entry;
  const { t } = useTranslation('channels');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { addChannel } = useWorkspaceActions();
  const title = useConversationTitle(channel);
  const [asking, setAsking] = useState(false);
  const params = { id: channel.id };
  const failed = (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) });
  const archived = channel.archivedAt !== null;
  const unarchive = () => void api.call('unarchiveChannel', { params }).then(() => toasts.show({ message: t('leave.unarchived', { title }) }), failed);
  const archive = () =>
    void api.call('archiveChannel', { params }).then(
      () => toasts.show({ message: t('leave.archived', { title }), action: { label: t('leave.undo'), run: unarchive } }),
      failed,
    );
  const rejoin = () => void api.call('joinChannel', { params }).then(addChannel, failed);
  const leaving = useSubmit(async () => {
    await api.call('leaveChannel', { params });
    const undo = channel.kind === 'public' && { action: { label: t('leave.undo'), run: rejoin } };
    toasts.show({ message: t('leave.left', { title }), ...undo });
    onLeft();
  });
  if (!rights.archive && !rights.leave && !rights.makePrivate) return null;
  return (
    <section className={classes.section} aria-label={t('leave.title')}>
      <div className={classes.buttons}>
        {rights.makePrivate && <ChannelMakePrivate entry={entry} />}
        {rights.archive && (
          <Button variant="default" size="sm" leftSection={<IconArchive size={17} aria-hidden />} onClick={archived ? unarchive : archive}>
            {t(archived ? 'leave.unarchive' : 'leave.archive')}
          </Button>
        )}
        {rights.leave && (
          <Button
            variant="subtle"
            color="red"
            size="sm"
            leftSection={<IconDoorExit size={17} aria-hidden />}
            loading={leaving.pending}
            onClick={(event) => (channel.kind === 'public' ? leaving.onSubmit(event) : setAsking(true))}
          >
            {t(channel.kind === 'group' ? 'leave.leaveGroup' : 'leave.leave')}
          </Button>
        )}
      </div>
      {leaving.error !== null && !asking && <p role="alert">{leaving.error}</p>}
      {asking && (
        <Modal opened onClose={() => setAsking(false)} title={t('leave.confirmTitle', { title })} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
          <Form onSubmit={leaving.onSubmit} pending={leaving.pending} error={leaving.error} submitLabel={t('leave.confirm', { title })} submitProps={{ color: 'red' }}>
            <p className={classes.value}>{t('leave.confirmText')}</p>
          </Form>
        </Modal>
      )}
    </section>
  );
}
