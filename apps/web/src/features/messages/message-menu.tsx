import type { MenuAction } from '@parvis/ui';
import { IconBell, IconArrowForwardUp, IconCopy, IconHistory, IconLink, IconMail, IconMoodSmile, IconPencil, IconPin, IconQuote, IconPinnedOff, IconTrash, type Icon } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { openDialog } from '../../app/dialogs.tsx';
import type { ListedMessage } from './listed-message.ts';
import type { RowActions } from './row-actions.ts';

type Entry = Omit<MenuAction, 'icon' | 'label'> & { name: string; icon: Icon; shown?: boolean };

/** What can be done with a message besides what its toolbar shows, in order. */
export function messageMenu(message: ListedMessage, actions: RowActions, t: TFunction<'messages'>): MenuAction[] {
  const pinned = message.pin !== undefined;
  const entries: Entry[] = [
    { name: 'edit', icon: IconPencil, shown: actions.mayEdit(message), onSelect: () => actions.edit(message) },
    { name: 'quote', icon: IconQuote, shown: actions.mayQuote(message), onSelect: () => actions.quote(message) },
    { name: 'copyLink', icon: IconLink, onSelect: () => actions.copyLink(message) },
    { name: 'forward', icon: IconArrowForwardUp, onSelect: () => openDialog('forward', { message }) },
    { name: 'copyText', icon: IconCopy, shown: message.text !== '', onSelect: () => actions.copyText(message) },
    { name: pinned ? 'unpin' : 'pin', icon: pinned ? IconPinnedOff : IconPin, shown: actions.mayPin(message), onSelect: () => actions.setPinned(message, !pinned) },
    { name: 'remind', icon: IconBell, onSelect: () => openDialog('remind', { message }) },
    { name: 'markUnread', icon: IconMail, onSelect: () => actions.markUnread(message) },
    { name: 'reactors', icon: IconMoodSmile, shown: message.reactions !== undefined, onSelect: () => actions.showReactors(message) },
    { name: 'history', icon: IconHistory, shown: actions.maySeeHistory(message), onSelect: () => actions.showHistory(message) },
    { name: 'delete', icon: IconTrash, shown: actions.mayDelete(message), danger: true, separated: true, onSelect: () => actions.remove(message) },
  ];
  return entries
    .filter(({ shown = true }) => shown)
    .map(({ name, icon: EntryIcon, shown: _shown, ...entry }) => ({ ...entry, label: t(`toolbar.${name}`), icon: <EntryIcon size={18} stroke={1.7} /> }));
}
