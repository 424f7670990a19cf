import { TextInput } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { LIMITS } from '@parvis/contracts/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../app/forms/form.tsx';
import { useSubmit } from '../../app/forms/use-submit.ts';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { setLanguage } from '../../i18n/index.ts';
import { api, useWorkspace, useWorkspaceActions } from '../../sync/index.ts';
import { LanguageField } from '../organisation/index.ts';
import { ReceiptsSwitch } from '../receipts/index.ts';
import { AvatarEditor } from './avatar-editor.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

export function ProfilePage() {
  const { t } = useTranslation(['users', 'common']);
  const toasts = useToasts();
  const { addUsers } = useWorkspaceActions();
  const me = useWorkspace((state) => state.me);
  const [name, setName] = useState(me.name);
  const [title, setTitle] = useState(me.title);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const [language, setProfileLanguage] = useState(me.language);
  const submit = useSubmit(async () => {
    const user = await api.call('updateMe', { body: { name, title, timeZone, language } });
    addUsers([user]);
    await setLanguage(language);
    toasts.show({ message: t('common:saved'), tone: 'success' });
  });
  return (
    <SettingsPage title={t('profile.title')} text={t('profile.text')}>
      <SettingsSection title={t('picture.title')}><AvatarEditor me={me} /></SettingsSection>
      <SettingsSection title={t('profile.about')}>
        <Form {...submit} submitLabel={t('common:save')}>
          <TextInput
            label={t('profile.name')} value={name} size="md" required withAsterisk={false} maxLength={LIMITS.name} autoComplete="name" pattern=".*\S.*"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('profile.jobTitle')} placeholder={t('profile.jobTitleExample')} value={title} size="md" maxLength={LIMITS.title}
            autoComplete="organization-title" onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput label={t('profile.email')} value={me.email} size="md" readOnly description={t('profile.emailHint')} inputWrapperOrder={['label', 'input', 'description']} />
          <TimeZoneField label={t('profile.timeZone')} value={timeZone} onChange={setTimeZone} />
          <LanguageField label={t('common:language')} value={language} onChange={setProfileLanguage} />
        </Form>
      </SettingsSection>
      <SettingsSection title={t('profile.privacy')}><ReceiptsSwitch /></SettingsSection>
    </SettingsPage>
  );
}
