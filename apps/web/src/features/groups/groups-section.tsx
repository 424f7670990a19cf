import { ActionIcon, Button, Menu } from '@mantine/core';
import type { UserGroup } from '@parvis/contracts';
import { SkeletonRows, useToasts } from '@parvis/ui';
import { IconDots, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { DissolveGroup } from './dissolve-group.tsx';
import { readGroups, useGroups, useGroupsRead } from './group-directory.ts';
import classes from './groups-section.module.css';
import { useRunsGroups } from './use-group-rights.ts';

/** The groups of a team, or (null) of the organisation; who may, makes and changes them. */
export function GroupsSection({ teamId }: { teamId: string | null }) {
  const { t } = useTranslation('groups');
  const toasts = useToasts();
  const errorText = useErrorText();
  const meId = useWorkspace((state) => state.me.id);
  const all = useGroups();
  const read = useGroupsRead();
  const runs = useRunsGroups(teamId);
  const [dissolving, setDissolving] = useState<UserGroup | null>(null);
  const groups = [...all.values()].filter((group) => group.teamId === teamId).sort((a, b) => a.handle.localeCompare(b.handle));
  const dissolve = async ({ id }: UserGroup) => {
    setDissolving(null);
    await api.call('deleteGroup', { params: { id } }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
    await readGroups(meId, true);
  };
  return (
    <>
      {!read && <SkeletonRows rows={2} label={t('loadingGroups')} />}
      {read && groups.length === 0 && <p className={classes.none}>{t('none')}</p>}
      <ul className={classes.list}>
        {groups.map((group) => (
          <li key={group.id} className={classes.row}>
            <span className={classes.icon}><IconUsersGroup size={20} stroke={1.6} aria-hidden /></span>
            <span className={classes.text}>
              <span className={classes.name}>@{group.handle}</span>
              <span className={classes.detail}>{[group.name, t('people', { count: group.memberCount })].join(' · ')}</span>
            </span>
            <Menu position="bottom-end" width={220}>
              <Menu.Target>
                <ActionIcon size={36} aria-label={t('menu', { handle: group.handle })}><IconDots size={18} aria-hidden /></ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => openDialog('groupMembers', { groupId: group.id })}>{t('members')}</Menu.Item>
                {runs && <Menu.Item onClick={() => openDialog('group', { group, teamId })}>{t('edit')}</Menu.Item>}
                {runs && <Menu.Item color="red" onClick={() => setDissolving(group)}>{t('dissolve')}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
      {runs && (
        <Button className={classes.new} variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => openDialog('group', { teamId })}>{t('new')}</Button>
      )}
      {dissolving && <DissolveGroup group={dissolving} onConfirm={() => void dissolve(dissolving)} onClose={() => setDissolving(null)} />}
    </>
  );
}
