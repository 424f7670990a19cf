import type { User } from '@parvis/contracts';

export function useUser(_userId: string | null | undefined): User | undefined {
  throw new Error('not there yet');
}

export function useUsers(_userIds: readonly string[]): readonly (User | undefined)[] {
  throw new Error('not there yet');
}
