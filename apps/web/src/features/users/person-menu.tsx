import { ActionIcon, Menu } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { IconDots, IconKey, IconShieldCheck, IconUser, IconUserCheck, IconUserOff, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { MakeGuestDialog } from './make-guest-dialog.tsx';
import { ResetLinkDialog } from './reset-link-dialog.tsx';
import { useUpdateUser } from './use-update-user.ts';

/** What an administrator can do with an account. The server decides again. */
export function PersonMenu({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const iAmOwner = useWorkspace((state) => state.me.role === 'owner');
  const [dialog, setDialog] = useState<'deactivate' | 'reset' | 'guest' | null>(null);
  const update = useUpdateUser(user);
  if (user.role === 'owner' && !iAmOwner) return null;
  const guest = user.role === 'guest';
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <ActionIcon size={36} aria-label={t('people.actions', { name: user.name })}><IconDots size={19} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {user.role === 'member' && <Menu.Item leftSection={<IconShieldCheck size={18} aria-hidden />} onClick={() => update({ role: 'admin' })}>{t('people.makeAdmin')}</Menu.Item>}
          {user.role !== 'member' && <Menu.Item leftSection={<IconUser size={18} aria-hidden />} onClick={() => update({ role: 'member' })}>{t('people.makeMember')}</Menu.Item>}
          {iAmOwner && !guest && user.role !== 'owner' && <Menu.Item leftSection={<IconShieldCheck size={18} aria-hidden />} onClick={() => update({ role: 'owner' })}>{t('people.makeOwner')}</Menu.Item>}
          {!guest && user.role !== 'owner' && <Menu.Item leftSection={<IconUserShare size={18} aria-hidden />} onClick={() => setDialog('guest')}>{t('people.makeGuest')}</Menu.Item>}
          <Menu.Item leftSection={<IconKey size={18} aria-hidden />} onClick={() => setDialog('reset')}>{t('people.resetLink')}</Menu.Item>
          <Menu.Divider />
          {user.deactivatedAt
            ? <Menu.Item leftSection={<IconUserCheck size={18} aria-hidden />} onClick={() => update({ active: true })}>{t('people.reactivate')}</Menu.Item>
            : <Menu.Item color="red" leftSection={<IconUserOff size={18} aria-hidden />} onClick={() => setDialog('deactivate')}>{t('people.deactivate')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'deactivate' && <DeactivateDialog user={user} onClose={close} />}
      {dialog === 'guest' && <MakeGuestDialog user={user} onClose={close} />}
      {dialog === 'reset' && <ResetLinkDialog user={user} onClose={close} />}
    </>
  );
}
