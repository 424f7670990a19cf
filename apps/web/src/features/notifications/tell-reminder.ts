import type { WorkspaceState } from '../../sync/index.ts';
import { onceAmongTabs } from './once-among-tabs.ts';
import { playChime } from './play-chime.ts';
import { mayNotify, showNotification } from './show-notification.ts';

interface Reminder {
  /** Of this reminder and no other: it is told once among tabs. */
  key: string;
  title: string;
  body: string;
  onOpen: () => void;
}

/** Asked for by the person themselves: told however quiet they want it otherwise, but for the sound. */
export async function tellReminder({ key, ...shown }: Reminder, state: WorkspaceState): Promise<void> {
  await onceAmongTabs(key, () => {
    if (state.preferences.notificationSound) playChime();
    if (mayNotify()) showNotification({ ...shown, tag: key });
  });
}
