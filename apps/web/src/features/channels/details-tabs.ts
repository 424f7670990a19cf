import type { ChannelKind } from '@parvis/contracts';

export type DetailsTab = 'about' | 'members' | 'pins' | 'files' | 'documents' | 'settings';

/** Of a conversation of two there is nothing to say but who is in it. */
export const detailsTabs = (kind: ChannelKind): readonly DetailsTab[] =>
  kind === 'direct' ? ['members', 'pins', 'files', 'documents', 'settings'] : ['about', 'members', 'pins', 'files', 'documents', 'settings'];
