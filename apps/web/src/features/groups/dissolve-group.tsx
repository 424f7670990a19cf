import { Button, Group } from '@mantine/core';
import type { UserGroup } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';

interface DissolveGroupProps {
  group: UserGroup;
  onConfirm: () => void;
  onClose: () => void;
}

export function DissolveGroup({ group: { handle }, onConfirm, onClose }: DissolveGroupProps) {
  const { t } = useTranslation(['groups', 'common']);
  return (
    <DialogFrame onClose={onClose} title={t('dissolveTitle', { handle })}>
      <p style={{ margin: '0 0 16px' }}>{t('dissolveText')}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button color="red" onClick={onConfirm}>{t('dissolveConfirm', { handle })}</Button>
      </Group>
    </DialogFrame>
  );
}
