import { draftKey } from '@parvis/client-sdk';
import type { Attachment, Draft as KeptDraft } from '@parvis/contracts';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { tieFilesToDraft, withLateFiles } from './draft-files.ts';
import type { DraftContent, DraftPlace } from './drafts.ts';
import { useSession } from './session-context.ts';
import type { Draft } from './types.ts';

/** One draft per conversation and per thread, the same on all my devices; the files of its composer are the draft's. */
export function useDraft(channelId: string, threadId: string | null = null): Draft {
  const { drafts, uploads } = useSession();
  const place = useMemo<DraftPlace>(() => ({ channelId, threadId }), [channelId, threadId]);
  const content = useSyncExternalStore(drafts.listeners.subscribe, () => drafts.get(place));
  const revision = useSyncExternalStore(drafts.listeners.subscribe, () => drafts.revision(place));
  useEffect(() => {
    const untie = tieFilesToDraft(uploads, drafts, place);
    return () => {
      untie();
      drafts.leave(place);
    };
  }, [drafts, uploads, place]);
  const setText = useCallback((text: string) => {
    drafts.set(place, { text });
  }, [drafts, place]);
  const setAttachments = useCallback((attachments: readonly Attachment[]) => {
    drafts.set(place, { attachments: [...attachments] });
  }, [drafts, place]);
  const setQuotedMessageId = useCallback((quotedMessageId: string | null) => {
    drafts.set(place, { quotedMessageId });
  }, [drafts, place]);
  const clear = useCallback(() => {
    drafts.set(place, { text: '', attachments: [], quotedMessageId: null });
  }, [drafts, place]);
  const touch = useCallback(() => {
    drafts.touch(place);
  }, [drafts, place]);
  return { ...content, revision, loaded: true, setText, setAttachments, setQuotedMessageId, clear, touch };
}

/** Conversations with a draft, for the pencil in the sidebar. */
export function useDraftChannelIds(): ReadonlySet<string> {
  const { drafts } = useSession();
  return useSyncExternalStore(drafts.listeners.subscribe, () => drafts.conversations);
}

/** All that I have begun to write, the last written first. */
export function useDrafts(): readonly KeptDraft[] {
  const { drafts } = useSession();
  const all = useSyncExternalStore(drafts.listeners.subscribe, () => drafts.all);
  return useMemo(() => [...all.values()].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)), [all]);
}

interface DraftActions {
  /** Takes a draft away and answers what was in it: to send it, or to put it back. */
  take: (place: DraftPlace) => DraftContent;
  putBack: (place: DraftPlace, content: DraftContent) => void;
  /** What is being written there answers this message. */
  quote: (place: DraftPlace, messageId: string) => void;
}

/** For what is not a composer. */
export function useDraftActions(): DraftActions {
  const { drafts, uploads } = useSession();
  return useMemo(() => ({
    take: (place) => {
      const { text, attachments, quotedMessageId } = drafts.get(place);
      const key = draftKey(place.channelId, place.threadId);
      const files = withLateFiles(attachments, uploads.items(key));
      drafts.set(place, { text: '', attachments: [], quotedMessageId: null });
      // Else the next composer there would take them for its own.
      uploads.release(key, files.map(({ id }) => id));
      return { text, attachments: files, quotedMessageId };
    },
    putBack: (place, content) => {
      drafts.set(place, content);
    },
    quote: (place, messageId) => {
      drafts.set(place, { quotedMessageId: messageId });
    },
  }), [drafts, uploads]);
}
