import type { SeenDocument } from '@parvis/contracts';
import { type MenuAction, useToasts } from '@parvis/ui';
import { IconArrowMoveRight, IconCopy, IconExternalLink, IconFilePlus, IconLink, IconPencil, IconRestore, IconShare, IconStar, IconStarOff, IconTemplate, IconTemplateOff, IconTrash, IconTrashX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { api } from '../../../sync/index.ts';
import { useCreateDocument } from '../use-create-document.ts';
import { useDocumentRights } from './use-document-rights.ts';
import { useDocumentTask } from './use-document-task.ts';

/** The address of a document, to be handed on. */
export const documentUrl = (documentId: string): string => `${window.location.origin}/docs/${documentId}`;

/** What can be done with a document: in the list, and on its page (where it is open already). */
export function useDocumentActions(seen: SeenDocument, { opened = false }: { opened?: boolean } = {}): MenuAction[] {
  const { t } = useTranslation('documents');
  const toasts = useToasts();
  const navigate = useNavigate();
  const create = useCreateDocument();
  const task = useDocumentTask();
  const rights = useDocumentRights(seen);
  const { document, favourite } = seen;
  const params = { id: document.id };
  const title = document.title || t('untitled');
  const restore = () => void task(() => api.call('restoreDocument', { params }));

  const trash = async () => {
    if (await task(() => api.call('trashDocument', { params }))) toasts.show({ message: t('trash.done', { title }), action: { label: t('trash.undo'), run: restore } });
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(documentUrl(document.id));
    toasts.show({ message: t('menu.linkCopied') });
  };
  const setTemplate = async (template: boolean) => {
    if (await task(() => api.call('updateDocument', { params, body: { template } }))) toasts.show({ message: t(template ? 'menu.nowTemplate' : 'menu.noTemplate', { title }) });
  };
  const duplicate = () => create({
    copyOf: document.id, title: t('menu.copyOf', { title: document.title || t('untitled') }).slice(0, 200),
    ...(rights.manage && document.parentId !== null ? { parentId: document.parentId } : document.channelId !== null && document.parentId === null ? { channelId: document.channelId } : {}),
  });

  if (document.trashedAt !== null) {
    return [
      ...(rights.restore ? [{ label: t('menu.restore'), icon: <IconRestore size={18} />, onSelect: restore }] : []),
      ...(rights.purge ? [{ label: t('menu.purge'), icon: <IconTrashX size={18} />, danger: true, onSelect: () => openDialog('purgeDocument', { seen }) }] : []),
    ];
  }
  return [
    ...(opened ? [] : [{ label: t('menu.open'), icon: <IconExternalLink size={18} />, onSelect: () => void navigate({ to: '/docs/$documentId', params: { documentId: document.id } }) }]),
    ...(rights.edit ? [
      { label: t('menu.rename'), icon: <IconPencil size={18} />, onSelect: () => openDialog('renameDocument', { seen }) },
      { label: t('menu.newBelow'), icon: <IconFilePlus size={18} />, onSelect: () => void create({ parentId: document.id }) },
    ] : []),
    ...(rights.create || rights.edit ? [{ label: t('menu.duplicate'), icon: <IconCopy size={18} />, onSelect: () => void duplicate() }] : []),
    favourite
      ? { label: t('menu.unfavourite'), icon: <IconStarOff size={18} />, onSelect: () => void task(() => api.call('setDocumentFavourite', { params, body: { favourite: false } })) }
      : { label: t('menu.favourite'), icon: <IconStar size={18} />, onSelect: () => void task(() => api.call('setDocumentFavourite', { params, body: { favourite: true } })) },
    { label: t('menu.share'), icon: <IconShare size={18} />, separated: true, onSelect: () => openDialog('shareDocument', { documentId: document.id }) },
    { label: t('menu.copyLink'), icon: <IconLink size={18} />, onSelect: () => void copyLink() },
    ...(rights.manage ? [
      { label: t('menu.move'), icon: <IconArrowMoveRight size={18} />, onSelect: () => openDialog('moveDocument', { seen }) },
      document.template
        ? { label: t('menu.unmakeTemplate'), icon: <IconTemplateOff size={18} />, onSelect: () => void setTemplate(false) }
        : { label: t('menu.makeTemplate'), icon: <IconTemplate size={18} />, onSelect: () => void setTemplate(true) },
    ] : []),
    ...(rights.trash ? [{ label: t('menu.trash'), icon: <IconTrash size={18} />, danger: true, separated: true, onSelect: () => void trash() }] : []),
  ];
}
