import { Button, Group, Modal } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useUpdateUser } from './use-update-user.ts';

export function DeactivateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const update = useUpdateUser(user);
  return (
    <Modal opened onClose={onClose} title={t('people.deactivateTitle', { name: user.name })} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <p style={{ marginBlockStart: 0 }}>{t('people.deactivateText')}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>{t('common:cancel')}</Button>
        <Button color="red" onClick={() => { onClose(); void update({ active: false }); }}>{t('people.deactivateNamed', { name: user.name })}</Button>
      </Group>
    </Modal>
  );
}
