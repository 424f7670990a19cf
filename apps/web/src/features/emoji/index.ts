/** The only door to emoji for other features; the picker itself is loaded when it is first opened. */
export { customEmojiUrl } from './custom-emoji-url.ts';
export { EmojiGlyph } from './emoji-glyph.tsx';
export { EmojiPickerButton } from './emoji-picker-button.tsx';
export { EmojiPickerPopover } from './emoji-picker-popover.tsx';
export { emojiOf, knownShortcodes, searchShortcodes, type EmojiMatch } from './emoji-shortcodes.ts';
export { usedEmoji, useFrequentEmoji } from './frequent-emoji.ts';
export { inSkinTone } from './skin-tone.ts';
export { useCustomEmoji, useCustomEmojiUrl, useEmojiText } from './use-custom-emoji.ts';
