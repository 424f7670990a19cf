import { SegmentedControl, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Avatar, type PresenceState } from '@parvis/ui';
import type { Language, User } from '@parvis/contracts';
import { IconKeyboard, IconLogout, IconSettings, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StatusMenu } from '../../features/status/index.ts';
import { avatarUrl, useChooseLanguage } from '../../features/users/index.ts';
import { isAdmin } from '../is-admin.ts';
import { openDialog } from '../dialogs.tsx';
import type { DialogName } from '../screens.ts';
import { useIsPhone } from '../use-is-phone.ts';
import { useHasUnsent } from '../../sync/index.ts';
import { useLeave } from '../use-leave.ts';
import classes from './user-menu.module.css';

interface UserMenuContentProps {
  me: User;
  presence: PresenceState | undefined;
  onClose: () => void;
}

export function UserMenuContent({ me, presence = 'offline', onClose }: UserMenuContentProps) {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useChooseLanguage();
  const leave = useLeave();
  const hasUnsent = useHasUnsent();
  const isPhone = useIsPhone();
  const open = (name: DialogName) => { onClose(); openDialog(name); };
  return (
    <>
      <div className={classes.who}>
        <Avatar id={me.id} name={me.name} src={avatarUrl(me)} size={44} presence={presence} />
        <span className={classes.names}>
          <span className={classes.name}>{me.name}</span>
          <span className={classes.status}>{t(`presence.${presence}`, { ns: 'channels' })}</span>
        </span>
      </div>
      <StatusMenu me={me} onClose={onClose} />
      <hr className={classes.line} />
      <div className={classes.choice}>
        <span className={classes.choiceLabel} id="menu-theme">{t('theme.title')}</span>
        <SegmentedControl
          fullWidth size="xs" aria-labelledby="menu-theme" value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          data={[
            { value: 'auto', label: t('theme.auto') }, { value: 'light', label: t('theme.light') }, { value: 'dark', label: t('theme.dark') },
          ]}
        />
      </div>
      <div className={classes.choice}>
        <span className={classes.choiceLabel} id="menu-language">{t('language')}</span>
        <SegmentedControl
          fullWidth size="xs" aria-labelledby="menu-language" value={language} onChange={(value) => void choose(value as Language)}
          data={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]}
        />
      </div>
      <hr className={classes.line} />
      <Link to="/settings/profile" className={classes.item} onClick={onClose}><IconSettings size={19} aria-hidden />{t('userMenu.settings')}</Link>
      {isAdmin(me) && (
        <UnstyledButton className={classes.item} onClick={() => open('invitePeople')}><IconUserPlus size={19} aria-hidden />{t('new.people')}</UnstyledButton>
      )}
      {!isPhone && <UnstyledButton className={classes.item} onClick={() => open('shortcuts')}><IconKeyboard size={19} aria-hidden />{t('shortcuts.title')}</UnstyledButton>}
      <hr className={classes.line} />
      <UnstyledButton className={classes.item} onClick={() => (hasUnsent() ? open('signOut') : void leave())}><IconLogout size={19} aria-hidden />{t('userMenu.signOut')}</UnstyledButton>
    </>
  );
}
