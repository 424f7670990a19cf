import { onceAmongTabs } from './once-among-tabs.ts';
import { mayNotify, showNotification } from './show-notification.ts';

interface ToldCall {
  /** Of this call and no other: it is told once among tabs. */
  key: string;
  title: string;
  body: string;
}

/** Of a call that rings while nobody looks; pressed, it brings the page that rings to the front. */
export async function tellCall({ key, title, body }: ToldCall): Promise<void> {
  await onceAmongTabs(key, () => {
    if (mayNotify()) showNotification({ title, body, tag: key, onOpen: () => undefined });
  });
}
