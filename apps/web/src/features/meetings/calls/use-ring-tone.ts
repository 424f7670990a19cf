import type { Call } from '@parvis/contracts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../sync/index.ts';
import { tellCall } from '../../notifications/index.ts';
import { INCOMING, ring } from '../sounds.ts';

/** One tab of this browser rings; when it is closed, another goes on. Without Web Locks (plain http) each rings. */
async function ringInOneTab(meetingId: string, signal: AbortSignal): Promise<void> {
  const untilSilent = () => new Promise<void>((resolve) => {
    if (signal.aborted) return resolve();
    const silence = ring(INCOMING);
    signal.addEventListener('abort', () => {
      silence();
      resolve();
    }, { once: true });
  });
  const locks = (navigator as { locks?: LockManager }).locks;
  await (locks === undefined ? untilSilent() : locks.request(`parvis-ring-${meetingId}`, { signal }, untilSilent));
}

/** Rings while it should, but for who wants to rest or wants no sounds; they see it all the same. */
export function useRingTone({ meetingId, callerName }: Call, rings: boolean): void {
  const { t } = useTranslation('meetings');
  const sound = useWorkspace(({ me, preferences }) => preferences.notificationSound && (me.doNotDisturbUntil === null || Date.parse(me.doNotDisturbUntil) <= Date.now()));
  useEffect(() => {
    if (!rings || !sound) return;
    const controller = new AbortController();
    // Aborted while another tab has it: that is the end of it here.
    ringInOneTab(meetingId, controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, [meetingId, rings, sound]);
  const body = t('call.incoming');
  useEffect(() => {
    if (rings && sound && document.hidden) void tellCall({ key: `call-${meetingId}`, title: callerName, body });
  }, [meetingId, callerName, body, rings, sound]);
}
