import type { SeenDocument } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { DocumentSessionState } from '../../../sync/documents/index.ts';

/** `archived`: its conversation is. Offline, what the server said last goes on; it is asked again with every update. */
export function mayEdit(seen: SeenDocument | undefined, { stopped, role, ready }: DocumentSessionState, archived: boolean): boolean {
  if (!ready || stopped !== null) return false;
  const said = role ?? seen?.role ?? null;
  return can({ role: 'member' }, 'document.edit', { role: said, trashed: seen?.document.trashedAt != null, archived });
}
