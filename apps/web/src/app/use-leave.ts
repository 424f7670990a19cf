import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useSignOut } from '../sync/index.ts';
import { setSignedInAs } from './session.ts';
import { useErrorText } from './use-error-text.ts';
import { forgetQueries } from './load-screen.ts';

/** Signs out and shows the sign-in page; without an answer, says so and stays. */
export function useLeave(): () => Promise<void> {
  const signOut = useSignOut();
  const navigate = useNavigate();
  const toasts = useToasts();
  const errorText = useErrorText();
  return async () => {
    try {
      await signOut();
    } catch (error) {
      toasts.show({ tone: 'error', message: errorText(error) });
      return;
    }
    setSignedInAs(null);
    void forgetQueries();
    await navigate({ to: '/sign-in' });
  };
}
