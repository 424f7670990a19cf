import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSidebar, useSidebarSections } from '../../sync/index.ts';
import { moveSection, sectionOf, stepConversation } from './sidebar-order.ts';

/** Alt+Shift+ArrowUp and ArrowDown move the conversation or section that has the focus; what happened is said to screen readers. */
export function useMoveKeys(): { onKeyDown: (event: KeyboardEvent<HTMLElement>) => void; said: string } {
  const { t } = useTranslation('sidebar');
  const sections = useSidebarSections();
  const change = useChangeSidebar();
  const [said, setSaid] = useState('');
  const refocus = useRef<string | null>(null);
  // What was moved is another element now.
  useEffect(() => {
    if (refocus.current === null) return;
    document.querySelector<HTMLElement>(`[data-list-item]:is([data-conversation="${refocus.current}"], [data-key="${refocus.current}"])`)?.focus();
    refocus.current = null;
  }, [sections]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (step === undefined || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-list-item]');
    if (item === null) return;
    event.preventDefault();
    const { conversation, key } = item.dataset;
    const move = conversation !== undefined ? stepConversation(sections, conversation, step) : key !== undefined ? moveSection(key, step) : undefined;
    const moved = move?.(sections);
    if (move === undefined || moved === undefined || moved === sections) return;
    refocus.current = conversation ?? key ?? null;
    change(move);
    if (conversation === undefined) return;
    const section = sectionOf(moved, conversation);
    setSaid(section === undefined
      ? t('said.out')
      : t('said.moved', { section: section.kind === 'favourites' ? t('favourites') : section.name, place: section.channelIds.indexOf(conversation) + 1, count: section.channelIds.length }));
  };
  return { onKeyDown, said };
}
