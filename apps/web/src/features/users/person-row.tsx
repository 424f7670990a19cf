import { Avatar } from '@parvis/ui';
import type { User } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { StatusEmoji } from '../status/index.ts';
import { avatarUrl } from './avatar-url.ts';
import classes from './people-list.module.css';
import { PersonMenu } from './person-menu.tsx';

export function PersonRow({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const meId = useWorkspace((state) => state.me.id);
  const tag = user.deactivatedAt ? 'deactivated' : user.role;
  return (
    <li className={classes.row} data-deactivated={user.deactivatedAt ? true : undefined}>
      <Avatar id={user.id} name={user.name} src={avatarUrl(user)} size={38} />
      <span className={classes.who}>
        <span className={classes.name}>
          {user.name} <StatusEmoji user={user} />
          {user.id === meId && <span className={classes.tag}>{t('people.you')}</span>}
        </span>
        <span className={classes.detail}>{[user.title, user.email].filter(Boolean).join(' · ')}</span>
      </span>
      {tag !== 'member' && <span className={classes.tag} data-role={tag}>{t(`roles.${tag}`)}</span>}
      {user.id !== meId && <PersonMenu user={user} />}
    </li>
  );
}
