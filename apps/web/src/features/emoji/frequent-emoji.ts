import { withoutSkinTone } from '@parvis/contracts/emoji';
import { useEffect } from 'react';
import { create } from 'zustand';
import { api, useWorkspace } from '../../sync/index.ts';
import { inSkinTone } from './skin-tone.ts';

/** Until somebody has used others. */
const USUAL = ['👍', '❤️', '😂', '🎉', '✅', '👀'];
/** Several reactions in a row are one reason to ask again; in ms. */
const SETTLED = 3_000;

const useStore = create<{ emoji: readonly string[]; asked: boolean }>(() => ({ emoji: USUAL, asked: false }));
let timer: ReturnType<typeof setTimeout> | undefined;

async function load(): Promise<void> {
  useStore.setState({ asked: true });
  try {
    const { emoji } = await api.call('listFrequentEmoji');
    useStore.setState({ emoji: onePerKind([...emoji, ...USUAL]) });
  } catch {
    // Asked again when they are shown again.
    useStore.setState({ asked: false });
  }
}

/** The same emoji in several skin tones is one that is used. */
export function onePerKind(emoji: readonly string[]): string[] {
  const seen = new Set<string>();
  return emoji.filter((one) => !seen.has(withoutSkinTone(one)) && seen.add(withoutSkinTone(one)));
}

/** Somebody used an emoji: soon the order is another. */
export function usedEmoji(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void load(), SETTLED);
}

/** Emoji that I react with, the most used first, in my skin tone. The usual ones until they are known. */
export function useFrequentEmoji(most: number): readonly string[] {
  const { emoji, asked } = useStore();
  const tone = useWorkspace((state) => state.preferences.skinTone);
  useEffect(() => {
    if (!asked) void load();
  }, [asked]);
  return emoji.slice(0, most).map((one) => inSkinTone(one, tone));
}
