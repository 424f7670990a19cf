import { IconBell, IconBuilding, IconDevices, IconMoodSmile, IconPalette, IconUserCircle, IconUsers, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { isAdmin } from '../is-admin.ts';
import classes from './settings-list.module.css';

interface Entry {
  to: '/settings/profile' | '/settings/appearance' | '/settings/notifications' | '/settings/sessions' | '/settings/emoji' | '/settings/people' | '/settings/organisation';
  label: 'profile' | 'appearance' | 'notifications' | 'sessions' | 'emoji' | 'people' | 'organisation';
  icon: Icon;
  adminOnly?: boolean;
}

const ENTRIES: readonly Entry[] = [
  { to: '/settings/profile', label: 'profile', icon: IconUserCircle },
  { to: '/settings/appearance', label: 'appearance', icon: IconPalette },
  { to: '/settings/notifications', label: 'notifications', icon: IconBell },
  { to: '/settings/sessions', label: 'sessions', icon: IconDevices },
  { to: '/settings/emoji', label: 'emoji', icon: IconMoodSmile },
  { to: '/settings/people', label: 'people', icon: IconUsers, adminOnly: true },
  { to: '/settings/organisation', label: 'organisation', icon: IconBuilding, adminOnly: true },
];

export function SettingsList() {
  const { t } = useTranslation('settings');
  const admin = useWorkspace((state) => isAdmin(state.me));
  const groups = [
    { title: t('mine'), entries: ENTRIES.filter((entry) => !entry.adminOnly) },
    ...(admin ? [{ title: t('administration'), entries: ENTRIES.filter((entry) => entry.adminOnly) }] : []),
  ];
  return (
    <nav aria-label={t('title')} className={classes.nav}>
      {groups.map(({ title, entries }) => (
        <div key={title}>
          <h2 className={classes.group}>{title}</h2>
          {entries.map(({ to, label, icon: EntryIcon }) => (
            <Link key={to} to={to} className={classes.entry}>
              <EntryIcon size={19} stroke={1.7} aria-hidden />
              {t(label)}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
