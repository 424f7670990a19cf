import { Button, Menu } from '@mantine/core';
import { IconHash, IconMessagePlus, IconPlus, IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { openDialog } from '../dialogs.tsx';
import { isAdmin } from '../is-admin.ts';

export function NewMenu() {
  const { t } = useTranslation('shell');
  const admin = useWorkspace((state) => isAdmin(state.me));
  const hasTeam = useWorkspace((state) => Object.keys(state.teams).length > 0);
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button size="sm" leftSection={<IconPlus size={17} aria-hidden />}>{t('new.title')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMessagePlus size={18} aria-hidden />} onClick={() => openDialog('newMessage')}>{t('new.message')}</Menu.Item>
        {hasTeam && <Menu.Item leftSection={<IconHash size={18} aria-hidden />} onClick={() => openDialog('newChannel')}>{t('new.channel')}</Menu.Item>}
        <Menu.Item leftSection={<IconUsersPlus size={18} aria-hidden />} onClick={() => openDialog('newTeam')}>{t('new.team')}</Menu.Item>
        {admin && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => openDialog('invitePeople')}>{t('new.people')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
