import type { ItemInstance } from '@headless-tree/core';
import { IconChevronRight, IconClock, IconDots, IconStar, IconTemplate, IconTrash, IconUser, IconUsers, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MouseEvent } from 'react';
import { useWorkspace } from '../../../sync/index.ts';
import { ConversationIcon } from '../../channels/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import { DocumentMenu } from '../menu/document-menu.tsx';
import { documentUrl } from '../menu/use-document-actions.tsx';
import classes from './document-tree.module.css';
import { channelOf, type SectionKey, type TreeNode } from './tree-nodes.ts';

interface TreeRowProps {
  item: ItemInstance<TreeNode>;
  node: TreeNode;
  /** Pixels per level. */
  indent: number;
  /** The first level is headings. */
  sections: boolean;
  /** Of the document that is open. */
  current: string | undefined;
  hasChildren: boolean;
  menuWanted: boolean;
  onMenu: () => void;
  onActivate: (node: TreeNode) => void;
}

/** A heading, a document, or a word on why there is none. */
export function TreeRow({ item, node, indent, sections, current, hasChildren, menuWanted, onMenu, onActivate }: TreeRowProps) {
  const { t } = useTranslation('documents');
  const level = item.getItemMeta().level;
  const isDocument = node.kind === 'document';
  const isCurrent = isDocument && node.seen.document.id === current;
  const toggle = () => (item.isExpanded() ? item.collapse() : item.expand());
  const onClick = (event: MouseEvent<HTMLElement>) => {
    // What is in the menu bubbles up through it.
    if ((event.target as HTMLElement).closest('[data-menu], [popover]')) return;
    item.setFocused();
    if (isDocument && (event.ctrlKey || event.metaKey)) window.open(documentUrl(node.seen.document.id), '_blank', 'noopener');
    else if ((event.target as HTMLElement).closest('[data-chevron]') || node.kind === 'section') toggle();
    else onActivate(node);
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    if (!isDocument || (event.target as HTMLElement).closest('[popover]')) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>('[data-menu]:not([aria-expanded="true"])')?.click();
  };
  return (
    <div
      {...item.getProps()}
      aria-expanded={hasChildren ? item.isExpanded() : undefined}
      aria-selected={isCurrent}
      aria-current={isCurrent ? 'page' : undefined}
      className={classes.row}
      data-kind={node.kind}
      data-drop={item.isUnorderedDragTarget() || undefined}
      draggable={isDocument}
      style={{ paddingInlineStart: 4 + Math.max(0, sections ? level - 1 : level) * indent }}
      onClick={onClick}
      onFocus={(event) => { if (event.target === event.currentTarget && !item.isFocused()) item.setFocused(); }}
      onContextMenu={onContextMenu}
    >
      {node.kind !== 'note' && <span className={classes.chevron} data-chevron data-open={item.isExpanded() || undefined} data-none={!hasChildren || undefined}><IconChevronRight size={15} aria-hidden /></span>}
      <span className={classes.icon} aria-hidden>
        {isDocument && <DocumentIcon icon={node.seen.document.icon} kind={node.seen.document.kind} />}
        {node.kind === 'section' && <SectionIcon section={node.section} />}
      </span>
      <span className={classes.title}>{item.getItemName()}</span>
      {isDocument && (menuWanted
        ? <DocumentMenu seen={node.seen} className={classes.more} tabIndex={-1} defaultOpened />
        : <button type="button" className={classes.more} tabIndex={-1} data-menu aria-haspopup="menu" aria-expanded={false} aria-label={t('menu.label', { title: item.getItemName() })} onClick={onMenu}><IconDots size={18} stroke={1.7} aria-hidden /></button>)}
    </div>
  );
}

const ICONS: Readonly<Record<string, Icon>> = { favourites: IconStar, recent: IconClock, personal: IconUser, shared: IconUsers, templates: IconTemplate, trash: IconTrash };

function SectionIcon({ section }: { section: SectionKey }) {
  const channelId = channelOf(section);
  const channel = useWorkspace((state) => (channelId === undefined ? undefined : state.channels[channelId]?.channel));
  if (channel) return <ConversationIcon channel={channel} size={20} />;
  const Icon = ICONS[section] ?? IconUsers;
  return <Icon size={17} stroke={1.7} />;
}
