import { TextInput } from '@mantine/core';
import { Notice, useToasts } from '@parvis/ui';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { isAdmin } from '../../app/is-admin.ts';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { api, useWorkspace } from '../../sync/index.ts';
import { LanguageField } from './language-field.tsx';
import { OrganisationSettings } from './organisation-settings.tsx';
import { LinkPreviewsSwitch } from './link-previews-switch.tsx';

export function OrganisationPage() {
  const { t } = useTranslation(['organisation', 'common']);
  const toasts = useToasts();
  const organisation = useWorkspace((state) => state.organisation);
  const admin = useWorkspace((state) => isAdmin(state.me));
  const [name, setName] = useState(organisation.name);
  const [language, setLanguage] = useState(organisation.language);
  const submit = useSubmit(async () => {
    await api.call('updateOrganisation', { body: { name, language } });
    toasts.show({ message: t('common:saved'), tone: 'success' });
  });
  if (!admin) return <SettingsPage title={t('title')}><Notice tone="info">{t('adminsOnly')}</Notice></SettingsPage>;
  return (
    <SettingsPage title={t('title')} text={t('text')}>
      <SettingsSection title={t('identity')}>
        <Form {...submit} submitLabel={t('common:save')}>
          <TextInput
            label={t('name')} value={name} size="md" required withAsterisk={false} maxLength={LIMITS.name} pattern=".*\S.*"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <LanguageField label={t('language')} description={t('languageHint')} value={language} onChange={setLanguage} />
        </Form>
      </SettingsSection>
      <SettingsSection title={t('previews')}><LinkPreviewsSwitch /></SettingsSection>
      <SettingsSection title={t('forEverybody')}><OrganisationSettings /></SettingsSection>
      <SettingsSection title={t('mail')}>
        <Notice tone={organisation.mailEnabled ? 'success' : 'warning'}>{t(organisation.mailEnabled ? 'mailOn' : 'mailOff')}</Notice>
      </SettingsSection>
    </SettingsPage>
  );
}
