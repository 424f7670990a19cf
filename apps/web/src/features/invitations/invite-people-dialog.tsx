import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { InvitationMade } from './invitation-made.tsx';
import { InviteForm, type MadeInvitation } from './invite-form.tsx';

export function InvitePeopleDialog({ onClose }: DialogProps) {
  const { t } = useTranslation('invitations');
  const [made, setMade] = useState<MadeInvitation | null>(null);
  return (
    <DialogFrame onClose={onClose} title={t('dialogTitle')} size={480}>
      {made ? <InvitationMade made={made} onAnother={() => setMade(null)} onClose={onClose} /> : <InviteForm onMade={setMade} />}
    </DialogFrame>
  );
}
