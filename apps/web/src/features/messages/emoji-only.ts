const emoji =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*[\u{E0020}-\u{E007F}]*)/gu;

/** More than this many in one message is a text in pictures, and shown at the size of text. */
const MOST = 12;

/** Whether a text consists of a few emoji and nothing else: then they are shown large. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > MOST * 24) return false;
  const count = text.match(emoji)?.length ?? 0;
  return count > 0 && count <= MOST && text.replace(emoji, '').trim() === '';
}
