import { Button, Group } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { useUpdateUser } from './use-update-user.ts';

/** Asks first: the teams that they leave are not given back by making them a member again. */
export function MakeGuestDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const update = useUpdateUser(user);
  return (
    <DialogFrame onClose={onClose} title={t('people.makeGuestTitle', { name: user.name })}>
      <p style={{ margin: '0 0 16px' }}>{t('people.makeGuestText', { name: user.name })}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button color="red" onClick={() => { onClose(); void update({ role: 'guest' }); }}>{t('people.makeGuestConfirm', { name: user.name })}</Button>
      </Group>
    </DialogFrame>
  );
}
