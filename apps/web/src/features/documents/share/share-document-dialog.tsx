import { Button, Divider } from '@mantine/core';
import type { DocumentAccess, SeenDocument, User } from '@parvis/contracts';
import { SkeletonRows, useToasts } from '@parvis/ui';
import { IconLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { useErrorText } from '../../../app/use-error-text.ts';
import { documentAccessQuery, documentQuery, useInvalidateDocuments } from '../document-queries.ts';
import { documentUrl } from '../menu/use-document-actions.tsx';
import { useDocumentRights } from '../menu/use-document-rights.ts';
import { AccessFromAbove } from './access-from-above.tsx';
import { GrantList } from './grant-list.tsx';
import { LinkAccessField } from './link-access-field.tsx';
import { PublicPage } from './public-page.tsx';
import classes from './share.module.css';
import { ShareForm } from './share-form.tsx';

/** Runs a change of who may what, and shows what holds then, or why it does not. */
export type ChangeAccess = (change: () => Promise<DocumentAccess>) => Promise<void>;

interface ShareDocumentDialogProps extends DialogProps {
  documentId: string;
  /** Whom to share it with, picked already. */
  people?: readonly User[];
}

/** Who may what with a document. Those who don't manage it see it as it is. */
export function ShareDocumentDialog({ documentId, people = [], onClose }: ShareDocumentDialogProps) {
  const { t } = useTranslation('documents');
  const toasts = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const invalidate = useInvalidateDocuments();
  const { data: seen } = useQuery(documentQuery(documentId));
  const { data: access } = useQuery(documentAccessQuery(documentId));
  const rights = useDocumentRights(seen);
  const change: ChangeAccess = async (task) => {
    try {
      queries.setQueryData(documentAccessQuery(documentId).queryKey, await task());
    } catch (error) {
      toasts.show({ id: 'document-access', tone: 'error', message: t('share.notChanged', { error: errorText(error) }) });
    }
    void invalidate();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(documentUrl(documentId));
    toasts.show({ message: t('menu.linkCopied') });
  };
  return (
    <DialogFrame title={t('share.title', { title: titleOf(seen, t('untitled')) })} size="lg" onClose={onClose}>
      {!seen || !access ? <SkeletonRows rows={5} label={t('page.loading')} /> : (
        <div className={classes.dialog}>
          {rights.manage && <ShareForm documentId={documentId} initial={people} access={access} onChange={change} />}
          <GrantList seen={seen} access={access} editable={rights.manage} onChange={change} />
          <AccessFromAbove seen={seen} access={access} editable={rights.manage} onChange={change} />
          <LinkAccessField documentId={documentId} access={access} editable={rights.manage} onChange={change} />
          <Divider />
          <PublicPage documentId={documentId} access={access} editable={rights.publish || (rights.manage && access.published)} onChange={change} />
          <Button className={classes.copy} variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={() => void copy()}>{t('menu.copyLink')}</Button>
        </div>
      )}
    </DialogFrame>
  );
}

const titleOf = (seen: SeenDocument | undefined, untitled: string): string => (seen ? seen.document.title || untitled : '…');
