import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { applyDensity, readDensity, type Density } from '@parvis/ui';
import { Suspense, useState } from 'react';
import type { Language } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { ThreadsPreference } from '../threads/index.ts';
import { ChoiceCards } from './choice-cards.tsx';
import { useChooseLanguage } from './use-choose-language.ts';

export function AppearancePage() {
  const { t } = useTranslation('users');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useChooseLanguage();
  const [density, setDensity] = useState<Density>(readDensity);
  return (
    <SettingsPage title={t('appearance.title')} text={t('appearance.text')}>
      <SettingsSection title={t('appearance.theme')}>
        <ChoiceCards<MantineColorScheme>
          name="theme" label={t('appearance.theme')} value={colorScheme} onChange={setColorScheme}
          choices={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`appearance.themes.${value}`), sketch: value }))}
        />
      </SettingsSection>
      <SettingsSection title={t('appearance.density')} text={t('appearance.densityText')}>
        <ChoiceCards<Density>
          name="density" label={t('appearance.density')} value={density} onChange={(value) => { applyDensity(value); setDensity(value); }}
          choices={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(`appearance.densities.${value}`), sketch: value }))}
        />
      </SettingsSection>
      <Suspense fallback={null}><ThreadsPreference /></Suspense>
      <SettingsSection title={t('appearance.language')}>
        <ChoiceCards<Language>
          name="language" label={t('appearance.language')} value={language} onChange={(value) => void choose(value)}
          choices={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]}
        />
      </SettingsSection>
    </SettingsPage>
  );
}
