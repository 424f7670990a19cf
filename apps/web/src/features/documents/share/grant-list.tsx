import { ActionIcon } from '@mantine/core';
import type { DocumentAccess, DocumentGrant, RouteOutput } from '@parvis/contracts';
import { Avatar, Tooltip } from '@parvis/ui';
import { IconUsersGroup, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, useUser, useWorkspace } from '../../../sync/index.ts';
import { useGroups } from '../../groups/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { RoleField } from './role-field.tsx';
import type { ChangeAccess } from './share-document-dialog.tsx';
import classes from './share.module.css';
import { useAccessChoice } from './use-access-choice.ts';

interface GrantListProps {
  seen: RouteOutput<'getDocument'>;
  access: DocumentAccess;
  editable: boolean;
  onChange: ChangeAccess;
}

/** Its owner, and whom it was given to: here, or above. */
export function GrantList({ seen, access, editable, onChange }: GrantListProps) {
  const { t } = useTranslation('documents');
  const { ownerId } = seen.document;
  if (ownerId === null && access.grants.length === 0) return null;
  return (
    <section>
      <h3 className={classes.heading}>{t('share.who')}</h3>
      <ul className={classes.list}>
        {ownerId !== null && <li className={classes.row}><Person userId={ownerId} from={null} /><span className={classes.role}>{t('share.owner')}</span></li>}
        {access.grants.map((grant) => (
          <GrantRow
            key={`${grant.userId ?? grant.groupId}-${grant.inheritedFrom}`} documentId={seen.document.id} grant={grant} editable={editable} onChange={onChange}
            from={grant.inheritedFrom === null ? null : t('share.from', { title: seen.path.find(({ id }) => id === grant.inheritedFrom)?.title || t('share.above') })}
          />
        ))}
      </ul>
    </section>
  );
}

function GrantRow({ documentId, grant: { userId, groupId, role, inheritedFrom }, from, editable, onChange }: { documentId: string; grant: DocumentGrant; from: string | null; editable: boolean; onChange: ChangeAccess }) {
  const { t } = useTranslation('documents');
  const meId = useWorkspace((state) => state.me.id);
  const person = useUser(userId ?? undefined);
  const group = useGroups().get(groupId ?? '');
  const name = person?.name ?? group?.name ?? t('page.somebody');
  const [given, give] = useAccessChoice({
    key: `${documentId} ${userId ?? groupId}`, held: role, onChange,
    tell: (next) => (userId !== null
      ? api.call('grantDocumentToUser', { params: { id: documentId, userId }, body: { role: next } })
      : api.call('grantDocumentToGroup', { params: { id: documentId, groupId: groupId ?? '' }, body: { role: next } })),
  });
  const take = () => onChange(() => (userId !== null
    ? api.call('revokeDocumentFromUser', { params: { id: documentId, userId } })
    : api.call('revokeDocumentFromGroup', { params: { id: documentId, groupId: groupId ?? '' } })));
  const own = inheritedFrom === null;
  return (
    <li className={classes.row}>
      {userId !== null ? <Person userId={userId} from={from} /> : <Group name={name} from={from} />}
      {own && editable ? <RoleField label={t('share.roleOf', { name })} role={given} onChange={give} /> : <span className={classes.role}>{t(`role.${role}`)}</span>}
      {own && (editable || userId === meId) && (
        <Tooltip label={t(userId === meId ? 'share.leave' : 'share.remove')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t(userId === meId ? 'share.leave' : 'share.removeNamed', { name })} onClick={() => void take()}><IconX size={17} aria-hidden /></ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

function Person({ userId, from }: { userId: string; from: string | null }) {
  const { t } = useTranslation('documents');
  const user = useUser(userId);
  const meId = useWorkspace((state) => state.me.id);
  return (
    <>
      {user && <Avatar id={user.id} name={user.name} src={avatarUrl(user)} size={32} />}
      <Name name={userId === meId ? t('share.me', { name: user?.name ?? '' }) : (user?.name ?? t('page.somebody'))} from={from} />
    </>
  );
}

function Group({ name, from }: { name: string; from: string | null }) {
  return (
    <>
      <span className={classes.group} aria-hidden><IconUsersGroup size={18} /></span>
      <Name name={name} from={from} />
    </>
  );
}

function Name({ name, from }: { name: string; from: string | null }) {
  return <span className={classes.who}><span className={classes.name}>{name}</span>{from !== null && <span className={classes.from}>{from}</span>}</span>;
}
