import { useRef, type DragEvent } from 'react';
import { useChangeSidebar, useSidebarSections } from '../../sync/index.ts';
import { moveConversation, sectionOf } from './sidebar-order.ts';

const TYPE = 'application/x-parvis-conversation';

interface Drop {
  /** Where the line is drawn. */
  element: HTMLElement;
  side: 'before' | 'after' | 'into';
  sectionId: string | null;
  /** Of the conversation that it goes beside. */
  besideId: string | null;
}

/**
 * Conversations are links, which a browser lets one drag: dropped on a section of mine, or beside
 * something in it, they stand there; dropped elsewhere in the list, by themselves again.
 */
export function useDragConversations() {
  const sections = useSidebarSections();
  const change = useChangeSidebar();
  const dragged = useRef<string | null>(null);
  const marked = useRef<HTMLElement | null>(null);

  const mark = (drop: Drop | null): void => {
    if (marked.current !== drop?.element) marked.current?.removeAttribute('data-drop');
    marked.current = drop?.element ?? null;
    drop?.element.setAttribute('data-drop', drop.side);
  };
  const end = (): void => {
    mark(null);
    dragged.current = null;
  };
  const dropAt = (event: DragEvent<HTMLElement>): Drop | null => {
    const target = event.target as HTMLElement;
    const section = target.closest<HTMLElement>('[data-section]');
    const sectionId = section?.dataset['section'] ?? null;
    if (section === null || sectionId === null) {
      const whole = target.closest<HTMLElement>('section');
      const isPlaced = dragged.current !== null && sectionOf(sections, dragged.current) !== undefined;
      return whole !== null && isPlaced ? { element: whole, side: 'into', sectionId: null, besideId: null } : null;
    }
    const row = target.closest<HTMLElement>('[data-conversation]');
    if (row === null) return { element: section, side: 'into', sectionId, besideId: null };
    const { top, height } = row.getBoundingClientRect();
    return { element: row, side: event.clientY < top + height / 2 ? 'before' : 'after', sectionId, besideId: row.dataset['conversation'] ?? null };
  };

  return {
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const id = (event.target as HTMLElement).closest<HTMLElement>('[data-conversation]')?.dataset['conversation'];
      if (id === undefined) return;
      dragged.current = id;
      event.dataTransfer.setData(TYPE, id);
      event.dataTransfer.effectAllowed = 'copyMove';
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(TYPE)) return;
      const drop = dropAt(event);
      mark(drop);
      if (drop === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const drop = dropAt(event);
      const id = event.dataTransfer.getData(TYPE);
      end();
      if (drop === null || id === '') return;
      event.preventDefault();
      if (drop.besideId === id) return;
      const others = sections.find((section) => section.id === drop.sectionId)?.channelIds.filter((channelId) => channelId !== id) ?? [];
      const beside = drop.besideId === null ? -1 : others.indexOf(drop.besideId);
      change(moveConversation(id, drop.sectionId, beside === -1 ? undefined : beside + (drop.side === 'after' ? 1 : 0)));
    },
    onDragEnd: end,
  };
}
