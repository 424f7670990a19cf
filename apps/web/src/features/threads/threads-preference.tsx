import { Radio, Stack } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { SettingsSection } from '../../app/settings/settings-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { usePreferences } from '../../sync/index.ts';

/** Where replies are shown: beside the conversation only, or also among its messages. */
export function ThreadsPreference() {
  const { t } = useTranslation('threads');
  const toasts = useToasts();
  const errorText = useErrorText();
  const [{ threads }, change] = usePreferences();
  const choose = (value: string) => {
    change({ threads: value === 'inline' ? 'inline' : 'beside' }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  };
  return (
    <SettingsSection title={t('preference.title')} text={t('preference.text')}>
      <Radio.Group aria-label={t('preference.title')} value={threads} onChange={choose}>
        <Stack gap="sm">
          {(['beside', 'inline'] as const).map((value) => <Radio key={value} value={value} label={t(`preference.${value}`)} description={t(`preference.${value}Text`)} />)}
        </Stack>
      </Radio.Group>
    </SettingsSection>
  );
}
