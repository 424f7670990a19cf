import { Popover, UnstyledButton } from '@mantine/core';
import { Avatar } from '@parvis/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { avatarUrl } from '../../features/users/index.ts';
import { useConnectionState, useWorkspace } from '../../sync/index.ts';
import classes from './user-menu.module.css';

const UserMenuContent = lazy(async () => ({ default: (await import('./user-menu-content.tsx')).UserMenuContent }));

interface UserMenuProps {
  position: 'right-end' | 'top-end';
  /** Shown below the picture, among the tabs of a phone. */
  label?: string;
  current?: boolean;
}

export function UserMenu({ position, label, current }: UserMenuProps) {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState(false);
  const me = useWorkspace((state) => state.me);
  const online = useConnectionState() === 'online';
  return (
    <Popover opened={opened} onChange={setOpened} position={position} width={292} trapFocus returnFocus shadow="lg">
      <Popover.Target>
        <UnstyledButton
          className={label ? classes.tab : classes.target}
          data-current={current || undefined}
          aria-label={t('userMenu.open', { name: me.name })}
          onClick={() => setOpened(!opened)}
        >
          <Avatar id={me.id} name={me.name} src={avatarUrl(me)} size={label ? 26 : 38} presence={online ? 'online' : 'offline'} />
          {label && <span>{label}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t('userMenu.title')}>
        <Suspense fallback={<div className={classes.loading} />}>
          <UserMenuContent me={me} online={online} onClose={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
