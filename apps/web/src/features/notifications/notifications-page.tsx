import { Button, Switch } from '@mantine/core';
import type { Preferences } from '@parvis/contracts';
import { Notice, useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { usePreferences } from '../../sync/index.ts';
import { ChoiceCards } from '../users/index.ts';
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
        <ChoiceCards<Preferences['desktopNotifications']>
          name="desktop" label={t('desktop.title')} value={preferences.desktopNotifications}
          onChange={(desktopNotifications) => change({ desktopNotifications })}
          choices={LEVELS.map((value) => ({ value, label: t(`desktop.levels.${value}`) }))}
        />
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
