import { Button } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, problemCode, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import classes from './channel-details.module.css';
import { MemberList } from './member-list.tsx';
import { PeoplePicker } from './people-picker.tsx';
import type { ChannelRights } from './use-channel-rights.ts';
import { useConversationTitle } from './use-conversation-title.ts';
import { memberKey } from './use-member-pages.ts';

interface ChannelPeopleProps {
  entry: ChannelEntry;
  rights: ChannelRights;
  /** Begins with adding people. */
  adding?: boolean;
}

/** Who is in the conversation, and bringing in others. */
export function ChannelPeople({ entry: { channel }, rights, adding: beginsAdding = false }: ChannelPeopleProps) {
  const { t } = useTranslation('channels');
  const toasts = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const title = useConversationTitle(channel);
  const meId = useWorkspace((state) => state.me.id);
  const team = useWorkspace((state) => (channel.teamId === null ? undefined : state.teams[channel.teamId]?.team.name));
  const [people, setPeople] = useState<User[] | null>(beginsAdding && rights.addMember ? [] : null);
  const [adding, setAdding] = useState(false);
  const scope = { kind: 'channel', id: channel.id } as const;
  const add = async (picked: User[]) => {
    setAdding(true);
    const left: User[] = [];
    for (const user of picked) {
      await api.call('addChannelMember', { params: { id: channel.id }, body: { userId: user.id } }).catch((error: unknown) => {
        if (problemCode(error) === 'already_member') return;
        left.push(user);
        // I may add people: what is refused is this one.
        const message = team !== undefined && problemCode(error) === 'forbidden' ? t('people.notInTeam', { name: user.name, team }) : t('people.notAdded', { name: user.name, reason: errorText(error) });
        toasts.show({ tone: 'error', message });
      });
    }
    setPeople(left.length > 0 ? left : null);
    setAdding(false);
    await queries.invalidateQueries({ queryKey: memberKey(scope) });
  };
  return (
    <section className={classes.section}>
      <div className={classes.field}>
        <h3 className={classes.heading}>{t('details.members', { count: channel.memberCount })}</h3>
        {rights.addMember && people === null && <Button size="xs" variant="light" onClick={() => setPeople([])}>{t('details.add')}</Button>}
      </div>
      {people !== null && (
        <form className={classes.section} onSubmit={(event) => { event.preventDefault(); void add(people); }}>
          <PeoplePicker label={t('details.addLabel')} description={t(rights.addGuest ? 'details.addHintGuests' : 'details.addHint')} value={people} onChange={setPeople} exclude={({ id, role }) => id === meId || (role === 'guest' && !rights.addGuest)} autoFocus />
          <div className={classes.buttons}>
            <Button type="submit" size="xs" loading={adding} disabled={people.length === 0}>{t('details.addButton')}</Button>
            <Button size="xs" variant="default" onClick={() => setPeople(null)}>{t('cancel', { ns: 'common' })}</Button>
          </div>
        </form>
      )}
      <MemberList
        key={channel.id}
        scope={scope}
        title={title}
        rights={{ mayChangeRole: rights.updateMember, mayRemove: rights.removeMember, membersOnly: !rights.removeOwner }}
        count={channel.memberCount}
      />
    </section>
  );
}
