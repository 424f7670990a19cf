import type { SidebarSection } from '@parvis/contracts';
import { ActionMenu, useToasts } from '@parvis/ui';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { useChangeSidebar, useSidebarSections } from '../../sync/index.ts';
import { moveSection, removeSection } from './sidebar-order.ts';

/** Loaded, and open, when it is first asked for. */
export function SectionMenu({ section, className }: { section: SidebarSection; className?: string | undefined }) {
  const { t } = useTranslation('sidebar');
  const toasts = useToasts();
  const sections = useSidebarSections();
  const change = useChangeSidebar();
  const at = sections.findIndex(({ id }) => id === section.id);
  const remove = () => {
    change(removeSection(section.id));
    toasts.show({
      message: t('section.deleted', { name: section.name }),
      action: { label: t('section.undo'), run: () => change((now) => now.map((one) => ({ ...one, channelIds: one.channelIds.filter((id) => !section.channelIds.includes(id)) })).toSpliced(at, 0, section)) },
    });
  };
  const label = t('section.menu', { name: section.name });
  return (
    <ActionMenu
      label={label}
      defaultOpened
      actions={[
        { label: t('section.rename'), icon: <IconPencil size={18} />, onSelect: () => openDialog('sidebarSection', { section }) },
        ...(at > 0 ? [{ label: t('menu.up'), icon: <IconArrowUp size={18} />, onSelect: () => change(moveSection(section.id, -1)) }] : []),
        ...(at < sections.length - 1 ? [{ label: t('menu.down'), icon: <IconArrowDown size={18} />, onSelect: () => change(moveSection(section.id, 1)) }] : []),
        { label: t('section.delete'), icon: <IconTrash size={18} />, danger: true, separated: true, onSelect: remove },
      ]}
    >
      {(props) => <button type="button" {...props} className={className} aria-label={label}><IconDots size={18} stroke={1.7} aria-hidden /></button>}
    </ActionMenu>
  );
}
