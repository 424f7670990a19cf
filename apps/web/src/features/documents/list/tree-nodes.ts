import type { SeenDocument } from '@parvis/contracts';

/** A heading of the tree. Conversations are `channel:<id>`. */
export type SectionKey = 'favourites' | 'recent' | 'personal' | 'shared' | 'templates' | 'trash' | `channel:${string}`;
export type TreeNode =
  | { kind: 'root' }
  | { kind: 'section'; section: SectionKey }
  | { kind: 'document'; section: SectionKey; seen: SeenDocument }
  /** In place of what isn't there (yet). */
  | { kind: 'note'; note: 'loading' | 'empty' };

export interface TreeNodes {
  get: (id: string) => TreeNode;
  /** Ids, in order. */
  childrenOf: (id: string) => string[];
  has: (id: string) => boolean;
}

export const ROOT = 'root';
/** The same document may stand in several sections. */
export const nodeId = (section: SectionKey, documentId: string): string => `${section}|${documentId}`;
export const isNested = (section: SectionKey): boolean => section === 'personal' || section === 'shared' || section.startsWith('channel:');
export const channelOf = (section: SectionKey): string | undefined => (section.startsWith('channel:') ? section.slice('channel:'.length) : undefined);

const byPosition = (a: SeenDocument, b: SeenDocument): number =>
  (a.document.position < b.document.position ? -1 : a.document.position > b.document.position ? 1 : 0) || (a.document.id < b.document.id ? -1 : 1);

/** The sections in order, each with its documents; `null`: not read yet. */
export function buildNodes(sections: readonly (readonly [SectionKey, readonly SeenDocument[] | null])[]): TreeNodes {
  const nodes = new Map<string, TreeNode>([[ROOT, { kind: 'root' }]]);
  const children = new Map<string, string[]>([[ROOT, sections.map(([section]) => section)]]);
  for (const [section, documents] of sections) {
    nodes.set(section, { kind: 'section', section });
    if (documents === null || documents.length === 0) {
      const id = `${section}|note`;
      nodes.set(id, { kind: 'note', note: documents === null ? 'loading' : 'empty' });
      children.set(section, [id]);
      continue;
    }
    const ids = new Set(documents.map(({ document }) => document.id));
    for (const seen of isNested(section) ? [...documents].sort(byPosition) : documents) {
      const { id, parentId } = seen.document;
      nodes.set(nodeId(section, id), { kind: 'document', section, seen });
      // One whose parent isn't for my eyes stands at the top.
      const above = isNested(section) && parentId !== null && ids.has(parentId) ? nodeId(section, parentId) : section;
      const beside = children.get(above);
      if (beside) beside.push(nodeId(section, id));
      else children.set(above, [nodeId(section, id)]);
    }
  }
  return {
    get: (id) => nodes.get(id) ?? { kind: 'note', note: 'empty' },
    childrenOf: (id) => children.get(id) ?? [],
    has: (id) => nodes.has(id),
  };
}

/** What a document stands below where it has its place, from the section down; undefined where it isn't among what was read. */
export function nodesAbove(nodes: TreeNodes, documentId: string, id: string = ROOT): string[] | undefined {
  for (const child of nodes.childrenOf(id)) {
    const node = nodes.get(child);
    if (node.kind === 'section' ? !isNested(node.section) : node.kind !== 'document') continue;
    if (node.kind === 'document' && node.seen.document.id === documentId) return [];
    const below = nodesAbove(nodes, documentId, child);
    if (below) return [child, ...below];
  }
  return undefined;
}
