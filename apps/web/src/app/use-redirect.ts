import { type NavigateOptions, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Leads from an address that is no place of its own to one that is; whoever went elsewhere before that is there stays on their way. */
export function useRedirect(from: string, to: NavigateOptions | null): void {
  const router = useRouter();
  useEffect(() => {
    if (to !== null && [from, `${from}/`].includes(router.history.location.pathname)) void router.navigate({ ...to, replace: true });
  });
}
