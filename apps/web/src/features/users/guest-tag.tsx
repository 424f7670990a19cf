import type { User } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import classes from './guest-tag.module.css';

/** Says beside a name that this person comes from outside. */
export function GuestTag({ user }: { user: Pick<User, 'role'> | undefined }) {
  const { t } = useTranslation('channels');
  return user?.role === 'guest' ? <span className={classes.tag}>{t('members.guest')}</span> : null;
}
