import type { CustomEmoji } from '@parvis/contracts';
import { customEmojiId } from '@parvis/contracts/emoji';
import { useCallback, useMemo } from 'react';
import { useWorkspace } from '../../sync/index.ts';
import { customEmojiUrl } from './custom-emoji-url.ts';

type All = Readonly<Record<string, CustomEmoji>>;

const byName = new WeakMap<All, ReadonlyMap<string, CustomEmoji>>();

/** The organisation's own emoji by name. */
function namesOf(all: All): ReadonlyMap<string, CustomEmoji> {
  const known = byName.get(all);
  if (known) return known;
  const names = new Map(Object.values(all).map((emoji) => [emoji.name, emoji]));
  byName.set(all, names);
  return names;
}

export function useCustomEmoji(): readonly CustomEmoji[] {
  const all = useWorkspace((state) => state.emoji, Object.is);
  return useMemo(() => Object.values(all).sort((a, b) => a.name.localeCompare(b.name)), [all]);
}

/** Address of the picture of `:name:`; null when there is none of that name. Stable until emoji come or go. */
export function useCustomEmojiUrl(): (name: string) => string | null {
  const all = useWorkspace((state) => state.emoji, Object.is);
  return useCallback((name) => {
    const emoji = namesOf(all).get(name);
    return emoji ? customEmojiUrl(emoji.id) : null;
  }, [all]);
}

/** How an emoji is written and read out: itself, or `:name:`. */
export function useEmojiText(): (key: string) => string {
  const all = useWorkspace((state) => state.emoji, Object.is);
  return useCallback((key) => {
    const id = customEmojiId(key);
    if (id === null) return key;
    const emoji = all[id];
    return emoji ? `:${emoji.name}:` : '▫️';
  }, [all]);
}
