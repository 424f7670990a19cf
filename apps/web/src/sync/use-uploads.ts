import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './session-context.ts';
import type { UploadItem, Uploads } from './uploads.ts';

/** The files put into one composer: of a conversation, or of a thread. */
export function useUploads(place: string): readonly [items: readonly UploadItem[], uploads: Uploads] {
  const { uploads } = useSession();
  return [useSyncExternalStore(uploads.listeners.subscribe, useCallback(() => uploads.items(place), [uploads, place])), uploads];
}
