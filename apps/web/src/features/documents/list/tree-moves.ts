import type { RouteCall } from '@parvis/contracts';
import { channelOf, isNested, type SectionKey, type TreeNodes } from './tree-nodes.ts';

/** What `moveDocument` is asked. */
export type Move = RouteCall<'moveDocument'>['body'];

/** Below a node: a section, or a document. Undefined where nothing can stand. */
function placeOf(nodes: TreeNodes, id: string): Move | undefined {
  const node = nodes.get(id);
  if (node.kind === 'document') return { parentId: node.seen.document.id };
  if (node.kind !== 'section' || !isNested(node.section) || node.section === 'shared') return undefined;
  const channelId = channelOf(node.section);
  return channelId === undefined ? {} : { channelId };
}

const documentIds = (nodes: TreeNodes, ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const node = nodes.get(id);
    return node.kind === 'document' ? [node.seen.document.id] : [];
  });

/** To below a node, at an index among what stands there besides what is moved; without one, last. */
export function moveInto(nodes: TreeNodes, movedId: string, aboveId: string, index?: number): Move | undefined {
  const place = placeOf(nodes, aboveId);
  if (place === undefined) return undefined;
  if (index === undefined) return place;
  const beside = documentIds(nodes, nodes.childrenOf(aboveId).filter((id) => id !== movedId));
  return { ...place, afterId: beside[index - 1] ?? null };
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** One step: among those beside it, below the one before it, or out to the level of what it is below. Undefined where there is none. */
export function moveByStep(nodes: TreeNodes, movedId: string, step: Step, parentOf: (id: string) => string | undefined): Move | undefined {
  const node = nodes.get(movedId);
  const above = parentOf(movedId);
  if (node.kind !== 'document' || !isNested(node.section) || above === undefined) return undefined;
  const beside = nodes.childrenOf(above);
  const at = beside.indexOf(movedId);
  const before = beside[at - 1];
  switch (step) {
    case 'up': return at > 0 ? moveInto(nodes, movedId, above, at - 1) : undefined;
    case 'down': return at < beside.length - 1 ? moveInto(nodes, movedId, above, at + 1) : undefined;
    case 'in': return before === undefined ? undefined : moveInto(nodes, movedId, before);
    case 'out': {
      const further = parentOf(above);
      const aboveNode = nodes.get(above);
      if (further === undefined || aboveNode.kind !== 'document') return undefined;
      return moveInto(nodes, movedId, further, nodes.childrenOf(further).indexOf(above) + 1);
    }
  }
}

/** Whether a document of one section may be dragged at all. */
export const isMovable = (section: SectionKey): boolean => isNested(section);
