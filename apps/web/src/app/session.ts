import { api, rememberedUserId } from '../sync/index.ts';

let signedInAs: string | null = null;

/** Right after signing in, before anything of this person is on the device. */
export const setSignedInAs = (userId: string | null): void => { signedInAs = userId; };

/**
 * Who is signed in. Without a network round trip when this device knows: the shell paints from its
 * cache, and a session that has ended is found out by the sync.
 * @throws what `api.call` throws
 */
export const signedInUserId = async (): Promise<string> => {
  signedInAs ??= rememberedUserId() ?? (await api.call('getMe', {})).id;
  return signedInAs;
};

const LAST_KEY = 'parvis-last-conversation';
export const lastConversationId = (): string | null => localStorage.getItem(LAST_KEY);
export const rememberConversation = (channelId: string): void => localStorage.setItem(LAST_KEY, channelId);
