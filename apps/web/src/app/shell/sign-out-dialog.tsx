import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DialogProps } from '../screens.ts';
import { useLeave } from '../use-leave.ts';

/** Before something is removed that only this device has. */
export function SignOutDialog({ onClose }: DialogProps) {
  const { t } = useTranslation(['shell', 'common']);
  const leave = useLeave();
  const [pending, setPending] = useState(false);
  const discard = async () => {
    setPending(true);
    await leave();
    onClose();
  };
  return (
    <DialogFrame title={t('signOut.title')} onClose={onClose}>
      <Text>{t('signOut.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>{t('common:cancel')}</Button>
        <Button color="red" loading={pending} onClick={() => void discard()}>{t('signOut.do')}</Button>
      </Group>
    </DialogFrame>
  );
}
