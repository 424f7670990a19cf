import { Button } from '@mantine/core';
import { ActionMenu, type MenuAction } from '@parvis/ui';
import { IconFilePlus, IconHash, IconMessagePlus, IconPlus, IconUserPlus, IconUsersPlus, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { openDialog } from '../dialogs.tsx';
import { isAdmin, isGuest, isLinkGuest } from '../is-admin.ts';

export function NewMenu() {
  const { t } = useTranslation('shell');
  const admin = useWorkspace((state) => isAdmin(state.me));
  const guest = useWorkspace((state) => isGuest(state.me));
  const byLink = useWorkspace((state) => isLinkGuest(state.me));
  const hasTeam = useWorkspace((state) => Object.keys(state.teams).length > 0);
  if (byLink) return null;
  const actions: MenuAction[] = [
    { label: t('new.message'), icon: <IconMessagePlus size={19} />, onSelect: () => openDialog('newMessage') },
    ...(guest ? [] : [{ label: t('new.meeting'), icon: <IconVideo size={19} />, onSelect: () => openDialog('newMeeting') }]),
    ...(guest ? [] : [{ label: t('new.document'), icon: <IconFilePlus size={19} />, onSelect: () => openDialog('newDocument') }]),
    ...(hasTeam ? [{ label: t('new.channel'), icon: <IconHash size={19} />, onSelect: () => openDialog('newChannel') }] : []),
    ...(guest ? [] : [{ label: t('new.team'), icon: <IconUsersPlus size={19} />, onSelect: () => openDialog('newTeam') }]),
    ...(admin ? [{ label: t('new.people'), icon: <IconUserPlus size={19} />, separated: true, onSelect: () => openDialog('invitePeople') }] : []),
  ];
  return (
    <ActionMenu label={t('new.title')} actions={actions}>
      {(props) => <Button {...props} size="sm" leftSection={<IconPlus size={17} aria-hidden />}>{t('new.title')}</Button>}
    </ActionMenu>
  );
}
