import { Switch } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { usePreferences, useWorkspace } from '../../sync/index.ts';

/** Whether others learn up to where I read, and I of them. */
export function ReceiptsSwitch() {
  const { t } = useTranslation('receipts');
  const toasts = useToasts();
  const errorText = useErrorText();
  const [preferences, change] = usePreferences();
  const allowed = useWorkspace((state) => state.organisation.readReceipts);
  return (
    <Switch
      label={t('mine')}
      description={t(allowed ? 'mineHint' : 'offHint')}
      checked={allowed && preferences.readReceipts}
      disabled={!allowed}
      onChange={(event) => void change({ readReceipts: event.currentTarget.checked }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }))}
    />
  );
}
