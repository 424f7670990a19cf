import { Avatar, Tooltip } from '@parvis/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import { useUsers, useWorkspace } from '../../../sync/index.ts';
import { avatarUrl } from '../../users/index.ts';
import classes from './document-page.module.css';

/** Others than these are counted. */
const SHOWN = 4;

/** Who else has the document open, as the server says. */
export function PeoplePresent({ session }: { session: DocumentSession }) {
  const { t } = useTranslation('documents');
  const meId = useWorkspace((state) => state.me.id);
  const ids = usePresentIds(session).filter((id) => id !== meId);
  const users = useUsers(ids);
  if (ids.length === 0) return null;
  const names = users.flatMap((user) => user?.name ?? []);
  return (
    <Tooltip label={names.join(', ')}>
      <span className={classes.people} role="img" aria-label={t('page.present', { names: names.join(', '), count: ids.length })}>
        {users.slice(0, SHOWN).map((user) => user && <Avatar key={user.id} id={user.id} name={user.name} src={avatarUrl(user)} size={26} />)}
        {ids.length > SHOWN && <span className={classes.more}>+{ids.length - SHOWN}</span>}
      </span>
    </Tooltip>
  );
}

function usePresentIds({ awareness }: DocumentSession): string[] {
  const [ids, setIds] = useState<string[]>([]);
  useEffect(() => {
    const read = () => {
      const present = [...awareness.getStates().values()].flatMap((state) => (state.user as { id?: string } | undefined)?.id ?? []);
      setIds((before) => (before.join() === [...new Set(present)].join() ? before : [...new Set(present)]));
    };
    read();
    awareness.on('change', read);
    return () => {
      awareness.off('change', read);
    };
  }, [awareness]);
  return ids;
}
