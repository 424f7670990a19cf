import type { DocumentRole } from '@parvis/contracts';
import { can } from '@parvis/permissions';

/** Names moments and restores them; the server asks again whether the document is in the trash. */
export const mayWrite = (role: DocumentRole | null): boolean => can({ role: 'member' }, 'document.edit', { role, trashed: false, archived: false });
