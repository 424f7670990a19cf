import { Button, Radio, Stack, Switch } from '@mantine/core';
import type { Preferences } from '@parvis/contracts';
import { Notice, useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { usePreferences } from '../../sync/index.ts';
import { playChime } from './play-chime.ts';
import { askToNotify, notificationRight } from './show-notification.ts';

const LEVELS = ['all', 'mentions', 'none'] as const;

export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const toasts = useToasts();
  const errorText = useErrorText();
  const [preferences, changePreferences] = usePreferences();
  const [right, setRight] = useState(notificationRight);
  const change = (changes: Partial<Preferences>) => {
    changePreferences(changes).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  };
  return (
    <SettingsPage title={t('title')} text={t('text')}>
      <SettingsSection title={t('desktop.title')} text={t('desktop.text')}>
        <Radio.Group
          aria-label={t('desktop.title')} value={preferences.desktopNotifications}
          onChange={(value) => change({ desktopNotifications: value as Preferences['desktopNotifications'] })}
        >
          <Stack gap="sm">
            {LEVELS.map((value) => <Radio key={value} value={value} label={t(`desktop.levels.${value}`)} />)}
          </Stack>
        </Radio.Group>
      </SettingsSection>
      <SettingsSection title={t('browser.title')}>
        {right === 'default' ? (
          <Button onClick={() => void askToNotify().then(setRight)}>{t('browser.ask')}</Button>
        ) : (
          <Notice tone={right === 'granted' ? 'success' : 'info'}>{t(`browser.${right}`)}</Notice>
        )}
      </SettingsSection>
      <SettingsSection title={t('sound.title')}>
        <Switch
          label={t('sound.label')} checked={preferences.notificationSound}
          onChange={(event) => change({ notificationSound: event.currentTarget.checked })}
        />
        <Button variant="default" mt="md" onClick={playChime}>{t('sound.play')}</Button>
      </SettingsSection>
    </SettingsPage>
  );
}
