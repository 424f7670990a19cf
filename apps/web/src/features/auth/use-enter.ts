import type { User } from '@parvis/contracts';
import { useRouter } from '@tanstack/react-router';
import { setLanguage } from '../../i18n/index.ts';
import { setSignedInAs } from '../../app/session.ts';

/** Goes in as this person, in their language. */
export function useEnter(): (user: User, path?: string) => Promise<void> {
  const router = useRouter();
  return async (user, path = '/') => {
    setSignedInAs(user.id);
    await setLanguage(user.language);
    router.history.push(path);
  };
}
