import { Button } from '@mantine/core';
import { Notice } from '@parvis/ui';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { isAdmin } from '../../app/is-admin.ts';
import { SettingsPage, SettingsSection } from '../../app/settings/settings-page.tsx';
import { useWorkspace } from '../../sync/index.ts';
import { GroupsSection } from '../groups/index.ts';
import { InvitationList } from '../invitations/index.ts';
import { PeopleList } from './people-list.tsx';

export function PeoplePage() {
  const { t } = useTranslation(['users', 'groups']);
  const admin = useWorkspace((state) => isAdmin(state.me));
  if (!admin) return <SettingsPage title={t('people.title')}><Notice tone="info">{t('people.adminsOnly')}</Notice></SettingsPage>;
  return (
    <SettingsPage
      title={t('people.title')} text={t('people.text')}
      action={<Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => openDialog('invitePeople')}>{t('people.invite')}</Button>}
    >
      <SettingsSection title={t('people.open')}><InvitationList /></SettingsSection>
      <SettingsSection title={t('groups:title')} text={t('groups:text')}><GroupsSection teamId={null} /></SettingsSection>
      <SettingsSection title={t('people.accounts')}><PeopleList /></SettingsSection>
    </SettingsPage>
  );
}
