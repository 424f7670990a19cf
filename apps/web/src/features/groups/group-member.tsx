import { CloseButton } from '@mantine/core';
import { Avatar } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../sync/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './group-members.module.css';

export function GroupMember({ userId, onRemove }: { userId: string; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation('groups');
  const user = useUser(userId);
  const name = user?.name ?? '…';
  return (
    <li className={classes.row}>
      <Avatar id={userId} name={name} src={user && avatarUrl(user)} size={32} />
      <span className={classes.person}>{name}</span>
      {onRemove && <CloseButton aria-label={t('remove', { name })} onClick={onRemove} />}
    </li>
  );
}
