import type { Sidebar, SidebarSection } from '@parvis/contracts';
import type { SidebarChange } from '../../sync/index.ts';

type Sections = Sidebar['sections'];

const mapSection = (id: string, change: (section: SidebarSection) => SidebarSection): SidebarChange => (sections) =>
  sections.map((section) => (section.id === id ? change(section) : section));

const without = (sections: Sections, channelId: string): Sections =>
  sections.map((section) => (section.channelIds.includes(channelId) ? { ...section, channelIds: section.channelIds.filter((id) => id !== channelId) } : section));

/** Into a section, at a place in it or at its end; null: back to where it stands by itself. */
export const moveConversation = (channelId: string, sectionId: string | null, index = Number.POSITIVE_INFINITY): SidebarChange => (sections) => {
  const rest = without(sections, channelId);
  if (sectionId === null) return rest;
  return mapSection(sectionId, (section) => ({ ...section, channelIds: section.channelIds.toSpliced(Math.min(index, section.channelIds.length), 0, channelId) }))(rest);
};

export const addToFavourites = (channelId: string): SidebarChange => (sections) => {
  const favourites = sections.find(({ kind }) => kind === 'favourites');
  return favourites === undefined ? sections : moveConversation(channelId, favourites.id)(sections);
};

/** At the end; with a conversation in it when it is made for one. */
export const addSection = (id: string, name: string, channelId?: string): SidebarChange => (sections) =>
  [...(channelId === undefined ? sections : without(sections, channelId)), { id, kind: 'own', name, collapsed: false, channelIds: channelId === undefined ? [] : [channelId] }];

export const renameSection = (id: string, name: string): SidebarChange => mapSection(id, (section) => ({ ...section, name }));
export const collapseSection = (id: string, collapsed: boolean): SidebarChange => mapSection(id, (section) => ({ ...section, collapsed }));
/** Its conversations stand by themselves again. */
export const removeSection = (id: string): SidebarChange => (sections) => sections.filter((section) => section.id !== id || section.kind === 'favourites');

export const moveSection = (id: string, step: 1 | -1): SidebarChange => (sections) => {
  const at = sections.findIndex((section) => section.id === id);
  const to = at + step;
  if (at === -1 || to < 0 || to >= sections.length) return sections;
  return sections.toSpliced(at, 1).toSpliced(to, 0, sections[at]!);
};

export const sectionOf = (sections: Sections, channelId: string): SidebarSection | undefined => sections.find(({ channelIds }) => channelIds.includes(channelId));

/** One place up or down: within its section, then into the next one; below the last it stands by itself. Undefined: there is nowhere to go. */
export function stepConversation(sections: Sections, channelId: string, step: 1 | -1): SidebarChange | undefined {
  const at = sections.findIndex(({ channelIds }) => channelIds.includes(channelId));
  if (at === -1) {
    const last = sections.at(-1);
    return step === -1 && last !== undefined ? moveConversation(channelId, last.id) : undefined;
  }
  const section = sections[at]!;
  const to = section.channelIds.indexOf(channelId) + step;
  if (to >= 0 && to < section.channelIds.length) return moveConversation(channelId, section.id, to);
  const next = sections[at + step];
  if (next !== undefined) return moveConversation(channelId, next.id, step === 1 ? 0 : next.channelIds.length);
  return step === 1 ? moveConversation(channelId, null) : undefined;
}
