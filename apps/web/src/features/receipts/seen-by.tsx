import { Avatar } from '@parvis/ui';
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUsers } from '../../sync/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './seen-by.module.css';

/** As many as fit on a phone. */
const FACES = 6;

/** Below the last message that these people read. */
export function SeenBy({ userIds }: { userIds: readonly string[] }) {
  const { t, i18n } = useTranslation('receipts');
  const users = useUsers(userIds);
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(users.map((user) => user?.name ?? '…'));
  return (
    <div className={classes.line} title={t('seenBy', { names })}>
      <IconChecks size={15} stroke={1.8} aria-hidden />
      <span aria-hidden>{t('seen')}</span>
      <span className={classes.faces} aria-hidden>
        {users.slice(0, FACES).map((user) => user && <Avatar key={user.id} id={user.id} name={user.name} src={avatarUrl(user)} size={16} />)}
      </span>
      {userIds.length > FACES && <span aria-hidden>+{userIds.length - FACES}</span>}
      <span className="pv-visually-hidden">{t('seenBy', { names })}</span>
    </div>
  );
}
