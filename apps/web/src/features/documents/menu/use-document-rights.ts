import type { SeenDocument } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useWorkspace } from '../../../sync/index.ts';

export interface DocumentRights {
  edit: boolean;
  manage: boolean;
  publish: boolean;
  trash: boolean;
  restore: boolean;
  purge: boolean;
  /** New documents of my own: copies go there when they can't stand beside. */
  create: boolean;
}

/** What I may do with a document. Shown only: the server decides again. */
export function useDocumentRights(seen: SeenDocument | undefined): DocumentRights {
  const me = useWorkspace((state) => state.me);
  const channelId = seen?.document.channelId ?? null;
  const archived = useWorkspace((state) => channelId !== null && state.channels[channelId]?.channel.archivedAt != null);
  const place = { role: seen?.role ?? null, trashed: seen?.document.trashedAt != null, archived, own: seen?.document.createdBy === me.id };
  return {
    edit: can(me, 'document.edit', place),
    manage: can(me, 'document.manage', place),
    publish: can(me, 'document.publish', place),
    trash: can(me, 'document.trash', place) && !place.trashed,
    restore: can(me, 'document.restore', place),
    purge: can(me, 'document.purge', place),
    create: can(me, 'document.create'),
  };
}
