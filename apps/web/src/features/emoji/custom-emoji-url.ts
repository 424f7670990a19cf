import { API_PREFIX } from '@parvis/contracts/protocol';

/** The picture of an emoji of the organisation's own. */
export const customEmojiUrl = (id: string): string => `${API_PREFIX}/emoji/${id}/image`;
