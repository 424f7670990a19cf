/** How the keys of a meeting look on this machine. */
const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const shown = (letter: string): string => (IS_MAC ? `⌘⇧${letter}` : `Ctrl+Shift+${letter}`);
const named = (letter: string): string => `Control+Shift+${letter} Meta+Shift+${letter}`;

export const KEYS = {
  microphone: { letter: 'm', keys: named('M'), shownKeys: shown('M') },
  camera: { letter: 'o', keys: named('O'), shownKeys: shown('O') },
  share: { letter: 'e', keys: named('E'), shownKeys: shown('E') },
  hand: { letter: 'h', keys: named('H'), shownKeys: shown('H') },
} as const;
