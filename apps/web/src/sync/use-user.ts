import type { User } from '@parvis/contracts';
import { useEffect } from 'react';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';

export function useUser(userId: string | null | undefined): User | undefined {
  const { people } = useSession();
  const user = useWorkspace((state) => (userId == null ? undefined : state.users[userId]), Object.is);
  useEffect(() => {
    if (userId != null && user === undefined) people.want([userId]);
  }, [people, userId, user]);
  return user;
}

export function useUsers(userIds: readonly string[]): readonly (User | undefined)[] {
  const { people } = useSession();
  const users = useWorkspace((state) => userIds.map((userId) => state.users[userId]));
  const missing = userIds.filter((_, index) => users[index] === undefined).join();
  useEffect(() => {
    if (missing !== '') people.want(missing.split(','));
  }, [people, missing]);
  return users;
}
