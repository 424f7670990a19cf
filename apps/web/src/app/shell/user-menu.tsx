import { UnstyledButton } from '@mantine/core';
import { Avatar, Popup } from '@parvis/ui';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownPresence } from '../../features/status/index.ts';
import { avatarUrl } from '../../features/users/index.ts';
import { useConnectionState, useWorkspace } from '../../sync/index.ts';
import classes from './user-menu.module.css';

const UserMenuContent = lazy(async () => ({ default: (await import('./user-menu-content.tsx')).UserMenuContent }));

interface UserMenuProps {
  side: 'right' | 'top';
  /** Shown below the picture, among the tabs of a phone. */
  label?: string;
  current?: boolean;
}

export function UserMenu({ side, label, current }: UserMenuProps) {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState(false);
  const me = useWorkspace((state) => state.me);
  const online = useConnectionState() === 'online';
  const presence = useShownPresence(me, online ? 'online' : 'offline');
  return (
    <Popup
      role="dialog" label={t('userMenu.title')} opened={opened} onChange={setOpened} side={side} align="end" width={292}
      anchor={(props) => (
        <UnstyledButton
          {...props}
          className={label ? classes.tab : classes.target}
          data-current={current || undefined}
          // Who speaks to the phone says what they see: the name begins with the written label.
          aria-label={label ? `${label}, ${me.name}` : t('userMenu.open', { name: me.name })}
        >
          <Avatar id={me.id} name={me.name} src={avatarUrl(me)} size={label ? 26 : 38} presence={presence} />
          {label && <span>{label}</span>}
        </UnstyledButton>
      )}
    >
      <Suspense fallback={<div className={classes.loading} />}>
        <UserMenuContent me={me} presence={presence} onClose={() => setOpened(false)} />
      </Suspense>
    </Popup>
  );
}
