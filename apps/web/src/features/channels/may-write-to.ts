import type { User } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { isLinkGuest } from '../../app/is-admin.ts';

type Person = Pick<User, 'role' | 'email'>;

/** Whether I can open a conversation with somebody: not where one of us came by a meeting's link. Shown only: the server decides again. */
export const mayWriteTo = (me: Person, person: Person): boolean => can(me, 'conversation.bring_in', { byLink: isLinkGuest(me) || isLinkGuest(person) });
