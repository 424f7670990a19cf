import { Button, Group, Stack } from '@mantine/core';
import { Notice } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../app/forms/copy-field.tsx';
import { useWorkspace } from '../../sync/index.ts';
import type { MadeInvitation } from './invite-form.tsx';

interface InvitationMadeProps {
  made: MadeInvitation;
  onAnother: () => void;
  onClose: () => void;
}

export function InvitationMade({ made: { email, url, mailSent }, onAnother, onClose }: InvitationMadeProps) {
  const { t } = useTranslation(['invitations', 'common']);
  const mailEnabled = useWorkspace((state) => state.organisation.mailEnabled);
  const told = !email ? 'linkMade' : mailSent ? 'mailSent' : mailEnabled ? 'mailFailed' : 'mailMissing';
  return (
    <Stack gap="md">
      <Notice tone={told === 'mailFailed' || told === 'mailMissing' ? 'warning' : 'success'}>{t(told, { email })}</Notice>
      <CopyField label={t('field')} value={url} />
      <p style={{ margin: 0, fontSize: 13, color: 'var(--pv-text-dim)' }}>{t('shownOnce')}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAnother}>{t('another')}</Button>
        <Button onClick={onClose}>{t('common:close')}</Button>
      </Group>
    </Stack>
  );
}
