import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../../app/screens.ts';
import { InvitationMade } from './invitation-made.tsx';
import { InviteForm, type MadeInvitation } from './invite-form.tsx';

export function InvitePeopleDialog({ onClose }: DialogProps) {
  const { t } = useTranslation(['invitations', 'common']);
  const [made, setMade] = useState<MadeInvitation | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('dialogTitle')} size={480} closeButtonProps={{ 'aria-label': t('common:close') }}>
      {made ? <InvitationMade made={made} onAnother={() => setMade(null)} onClose={onClose} /> : <InviteForm onMade={setMade} />}
    </Modal>
  );
}
