import { useToasts } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { api, useWorkspaceClient } from '../../../sync/index.ts';
import { documentQuery } from '../document-queries.ts';
import { useDocumentRights } from '../menu/use-document-rights.ts';

/** Of whom it was said, or is being asked, in which document: each is told of once. */
const told = new Set<string>();

/** Says who of those that I mentioned can't open the document, and offers to share it where I may. */
export function useTellNoAccess(documentId: string): (userIds: readonly string[]) => Promise<void> {
  const { t, i18n } = useTranslation('documents');
  const toasts = useToasts();
  const client = useWorkspaceClient();
  const { data: seen } = useQuery(documentQuery(documentId));
  const { manage } = useDocumentRights(seen);
  return async (userIds) => {
    const asked = userIds.filter((userId) => userId !== client.state?.me.id && !told.has(`${documentId} ${userId}`));
    if (asked.length === 0) return;
    for (const userId of asked) told.add(`${documentId} ${userId}`);
    // Where it can't be known nothing is said.
    const readers = await api.call('lookUpDocumentReaders', { params: { id: documentId }, body: { userIds: asked } }).then((answer) => answer.userIds, () => asked);
    for (const userId of readers) told.delete(`${documentId} ${userId}`);
    const people = asked.filter((userId) => !readers.includes(userId)).flatMap((userId) => client.state?.users[userId] ?? []);
    if (people.length === 0) return;
    const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(people.map(({ name }) => name));
    const writing = document.activeElement;
    const share = () => {
      // Where the focus goes back to when the dialog closes.
      if (writing instanceof HTMLElement) writing.focus();
      openDialog('shareDocument', { documentId, people });
    };
    toasts.show({ message: t('mentions.noAccess', { count: people.length, names }), ...(manage && { action: { label: t('mentions.share'), run: share } }) });
  };
}
