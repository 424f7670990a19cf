import { getRouteApi, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { SyncProvider } from '../sync/index.ts';
import { DialogHost } from './dialogs.tsx';
import { setSignedInAs } from './session.ts';
import { ShellSkeleton } from './shell/shell-skeleton.tsx';
import { Shell } from './shell/shell.tsx';
import { forgetQueries } from './load-screen.ts';

const route = getRouteApi('/signed-in');

export function SignedInLayout() {
  const { userId } = route.useRouteContext();
  const navigate = useNavigate();
  const router = useRouter();
  const onSignedOut = () => {
    setSignedInAs(null);
    void forgetQueries();
    const { href } = router.state.location;
    void navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href } });
  };
  return (
    <SyncProvider key={userId} userId={userId} fallback={<ShellSkeleton />} onSignedOut={onSignedOut}>
      <Shell>
        <Outlet />
      </Shell>
      <DialogHost />
    </SyncProvider>
  );
}
