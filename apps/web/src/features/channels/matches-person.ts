import type { User } from '@parvis/contracts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether a person is meant by what was typed: a beginning of one of their names, or of their address. */
export function matchesPerson(user: Pick<User, 'name' | 'email'>, query: string): boolean {
  const wanted = folded(query.trim());
  if (wanted === '') return true;
  const name = folded(user.name);
  return name.startsWith(wanted) || name.includes(` ${wanted}`) || name.includes(`-${wanted}`) || folded(user.email).startsWith(wanted);
}
