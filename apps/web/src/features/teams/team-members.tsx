import { Button } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useToasts } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, problemCode, useWorkspace, type TeamEntry } from '../../sync/index.ts';
import { MemberList, PeoplePicker } from '../channels/index.ts';
import classes from './team-members.module.css';

/** Who is in a team; its owners bring people in and change their roles. */
export function TeamMembers({ entry: { team, role } }: { entry: TeamEntry }) {
  const { t } = useTranslation('teams');
  const me = useWorkspace((state) => state.me);
  const toasts = useToasts();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [people, setPeople] = useState<User[]>([]);
  const [adding, setAdding] = useState(false);
  const actor = { role: me.role };
  const place = { teamRole: role };
  const add = async () => {
    setAdding(true);
    const left: User[] = [];
    for (const user of people) {
      await api.call('addTeamMember', { params: { id: team.id }, body: { userId: user.id } }).catch((error: unknown) => {
        if (problemCode(error) === 'already_member') return;
        left.push(user);
        toasts.show({ tone: 'error', message: errorText(error) });
      });
    }
    setPeople(left);
    setAdding(false);
    await queries.invalidateQueries({ queryKey: ['members', 'team', team.id] });
  };
  return (
    <div className={classes.root}>
      {can(actor, 'team.add_member', place) && (
        <form className={classes.add} onSubmit={(event) => { event.preventDefault(); void add(); }}>
          <div className={classes.picker}>
            <PeoplePicker label={t('members.add')} description={t('members.addHint')} value={people} onChange={setPeople} exclude={({ id }) => id === me.id} />
          </div>
          <Button type="submit" loading={adding} disabled={people.length === 0}>{t('members.addButton')}</Button>
        </form>
      )}
      <MemberList
        scope={{ kind: 'team', id: team.id }}
        title={team.name}
        rights={{ mayChangeRole: can(actor, 'team.update_member', place), mayRemove: can(actor, 'team.remove_member', place) }}
      />
    </div>
  );
}
