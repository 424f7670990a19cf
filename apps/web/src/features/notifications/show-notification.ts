interface Shown {
  title: string;
  body: string;
  /** Another one with the same replaces it. */
  tag: string;
  icon?: string | null | undefined;
  onOpen: () => void;
}

export type NotificationRight = 'granted' | 'denied' | 'default' | 'unsupported';

/** What this browser allows here. Only on https and localhost can it be asked for. */
export const notificationRight = (): NotificationRight => ('Notification' in window ? Notification.permission : 'unsupported');

export const mayNotify = (): boolean => notificationRight() === 'granted';

export async function askToNotify(): Promise<NotificationRight> {
  if ('Notification' in window) await Notification.requestPermission();
  return notificationRight();
}

export function showNotification({ title, body, tag, icon, onOpen }: Shown): void {
  try {
    // Silent: whether there is a sound is this person's choice, not the system's.
    const notification = new Notification(title, { body, tag, silent: true, icon: icon ?? '/icons/parvis-180.png' });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
      onOpen();
    });
  } catch {
    // Android lets only a service worker show one: the badge tells.
  }
}
