import type { EventPayload } from '@parvis/contracts';
import type { Toasts } from '@parvis/ui';
import i18next from 'i18next';
import type { WorkspaceState } from '../../../sync/index.ts';
import { tellReminder } from '../../notifications/index.ts';

interface Told {
  /** Of this mention and no other. */
  key: string;
  mention: EventPayload<'document.mentioned'>;
  onOpen: () => void;
}

/** Says that somebody was mentioned in a document: in the page, and on the desktop with a sound. */
export async function tellMention({ key, mention: { byUserId, excerpt }, onOpen }: Told, state: WorkspaceState, toasts: Toasts): Promise<void> {
  const name = (byUserId === null ? undefined : state.users[byUserId]?.name) ?? i18next.t('documents:page.somebody');
  const title = i18next.t('documents:mentions.by', { name });
  toasts.show({ id: key, message: i18next.t('documents:mentions.told', { title, excerpt }), action: { label: i18next.t('documents:mentions.open'), run: onOpen } });
  await tellReminder({ key, title, body: excerpt, onOpen }, state);
}
