import { ActionMenu, type MenuAction, useToasts } from '@parvis/ui';
import { IconArrowDown, IconArrowUp, IconBell, IconBellOff, IconDots, IconFilePlus, IconFolder, IconFolderPlus, IconFolderX, IconStar, IconStarOff, IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useChangeSidebar, useSidebarSections, useUpdateMembership, useWorkspace } from '../../sync/index.ts';
import { useMayAddDocument } from '../documents/index.ts';
import { addToFavourites, moveConversation, sectionOf, stepConversation } from './sidebar-order.ts';

interface ConversationMenuProps {
  channelId: string;
  title: string;
  className?: string | undefined;
}

/** Where a conversation stands in my list, and what I am told of it. Loaded, and open, when it is first asked for. */
export function ConversationMenu({ channelId, title, className }: ConversationMenuProps) {
  const { t } = useTranslation('sidebar');
  const toasts = useToasts();
  const errorText = useErrorText();
  const sections = useSidebarSections();
  const change = useChangeSidebar();
  const update = useUpdateMembership();
  const muted = useWorkspace((state) => state.channels[channelId]?.membership.muted ?? false);
  const mayAdd = useMayAddDocument(channelId);
  const current = sectionOf(sections, channelId);
  const steps = ([-1, 1] as const).map((step) => ({ step, move: stepConversation(sections, channelId, step) }));
  const mute = () => {
    update(channelId, { muted: !muted }).catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  };
  const actions: MenuAction[] = [
    current?.kind === 'favourites'
      ? { label: t('menu.unfavourite'), icon: <IconStarOff size={18} />, onSelect: () => change(moveConversation(channelId, null)) }
      : { label: t('menu.favourite'), icon: <IconStar size={18} />, onSelect: () => change(addToFavourites(channelId)) },
    ...sections.filter((section) => section.kind === 'own' && section !== current)
      .map(({ id, name }) => ({ label: t('menu.moveTo', { name }), icon: <IconFolder size={18} />, onSelect: () => change(moveConversation(channelId, id)) })),
    { label: t('menu.newSection'), icon: <IconFolderPlus size={18} />, onSelect: () => openDialog('sidebarSection', { channelId }) },
    ...(current?.kind === 'own' ? [{ label: t('menu.takeOut', { name: current.name }), icon: <IconFolderX size={18} />, onSelect: () => change(moveConversation(channelId, null)) }] : []),
    ...(current === undefined ? [] : steps.flatMap(({ step, move }) => (move === undefined ? [] : [{
      label: t(step === -1 ? 'menu.up' : 'menu.down'), icon: step === -1 ? <IconArrowUp size={18} /> : <IconArrowDown size={18} />, onSelect: () => change(move),
    }]))),
    { label: t(muted ? 'menu.unmute' : 'menu.mute'), icon: muted ? <IconVolume size={18} /> : <IconBellOff size={18} />, separated: true, onSelect: mute },
    ...(mayAdd ? [{ label: t('menu.newDocument'), icon: <IconFilePlus size={18} />, onSelect: () => openDialog('newDocument', { channelId }) }] : []),
    { label: t('menu.notifications'), icon: <IconBell size={18} />, onSelect: () => openDialog('notificationLevel', { channelId, title }) },
  ];
  return (
    <ActionMenu label={t('menu.label', { title })} actions={actions} width={250} defaultOpened>
      {(props) => <button type="button" {...props} className={className} tabIndex={-1} data-menu aria-label={t('menu.label', { title })}><IconDots size={18} stroke={1.7} aria-hidden /></button>}
    </ActionMenu>
  );
}
