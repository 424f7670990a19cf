export { EmojiModule } from './emoji.module.ts';
export { EmojiReader } from './emoji-reader.ts';
export { emojiKeyOf, requireEmoji } from './require-emoji.ts';
