/** Where our own server has the emoji data (the build puts it there): no reader's browser calls another. */
export const EMOJI_DATA_URL = '/emojibase';
