import { Modal } from '@mantine/core';
import type { Channel } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import type { DialogProps } from '../../app/screens.ts';
import { api } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';

/** Asks before one leaves what one can't come back to by oneself. */
export function LeaveDialog({ channel, onClose }: DialogProps & { channel: Channel }) {
  const { t } = useTranslation('channels');
  const toasts = useToasts();
  const navigate = useNavigate();
  const title = useConversationTitle(channel);
  const submit = useSubmit(async () => {
    await api.call('leaveChannel', { params: { id: channel.id } });
    onClose();
    toasts.show({ message: t('leave.left', { title }) });
    await navigate({ to: '/' });
  });
  return (
    <Modal opened onClose={onClose} title={t('leave.confirmTitle', { title })} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
      <Form {...submit} submitLabel={t('leave.confirm', { title })} submitProps={{ color: 'red' }}>{t('leave.confirmText')}</Form>
    </Modal>
  );
}
