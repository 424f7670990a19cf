import { Radio, Stack } from '@mantine/core';
import type { NotificationLevel } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { useUpdateMembership, useWorkspace } from '../../sync/index.ts';

const LEVELS: readonly NotificationLevel[] = ['default', 'all', 'mentions', 'none'];

/** Of which messages of one conversation I am told. */
export function NotificationLevelDialog({ channelId, title, onClose }: DialogProps & { channelId: string; title: string }) {
  const { t } = useTranslation('sidebar');
  const toasts = useToasts();
  const errorText = useErrorText();
  const update = useUpdateMembership();
  const level = useWorkspace((state) => state.channels[channelId]?.membership.notifications ?? 'default');
  const preferred = useWorkspace((state) => state.preferences.desktopNotifications);
  const choose = (notifications: string) => {
    update(channelId, { notifications: notifications as NotificationLevel }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  };
  return (
    <DialogFrame title={t('notifications.title', { title })} size="sm" onClose={onClose}>
      <Radio.Group value={level} onChange={choose} label={t('notifications.label')}>
        <Stack gap="sm" mt="sm">
          {LEVELS.map((value) => (
            <Radio key={value} value={value} label={t(`notifications.${value}`)} {...(value === 'default' && { description: t('notifications.defaultIs', { level: t(`notifications.${preferred}`) }) })} />
          ))}
        </Stack>
      </Radio.Group>
    </DialogFrame>
  );
}
