export interface CustomEmojiPiece {
  name: string;
  url: string;
}

const shortcode = /:([a-z0-9_+-]{2,32}):/gu;

/** A text cut at the emoji that people here added, `:name:`; what names none of them stays text. */
export function splitCustomEmoji(text: string, urlOf: ((name: string) => string | null) | undefined): (string | CustomEmojiPiece)[] {
  if (!urlOf || !text.includes(':')) return [text];
  const pieces: (string | CustomEmojiPiece)[] = [];
  let end = 0;
  shortcode.lastIndex = 0;
  for (let match = shortcode.exec(text); match?.[1]; match = shortcode.exec(text)) {
    const url = urlOf(match[1]);
    if (url === null) {
      // Its last colon may begin the next: in "10:30:wave:" a time comes before.
      shortcode.lastIndex -= 1;
      continue;
    }
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ name: match[1], url });
    end = shortcode.lastIndex;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
