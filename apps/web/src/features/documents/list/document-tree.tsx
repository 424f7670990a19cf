import { dragAndDropFeature, syncDataLoaderFeature, type DragTarget } from '@headless-tree/core';
import { useTree } from '@headless-tree/react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../../sync/index.ts';
import { documentQuery } from '../document-queries.ts';
import { useDocumentTask } from '../menu/use-document-task.ts';
import classes from './document-tree.module.css';
import { moveByStep, moveInto, isMovable, type Move } from './tree-moves.ts';
import { nodesAbove, ROOT, type TreeNode, type TreeNodes } from './tree-nodes.ts';
import { isOpen, setOpen, useTreeOpen } from './tree-open.ts';
import { TreeRow } from './tree-row.tsx';
import { useNodeName } from './use-node-name.ts';
import { useTreeKeys } from './use-tree-keys.ts';

/** Pixels per level. */
const INDENT = 16;
const FEATURES = [syncDataLoaderFeature, dragAndDropFeature];

interface DocumentTreeProps {
  nodes: TreeNodes;
  /** Names it. */
  label: string;
  /** Only what is below this node. */
  root?: string;
}

/** The documents that I see, by where they are. Dragged, or with Alt+Shift and the arrows, they go elsewhere. */
export function DocumentTree({ nodes, label, root = ROOT }: DocumentTreeProps) {
  const navigate = useNavigate();
  const openId = useParams({ strict: false, select: (params) => params.documentId });
  const task = useDocumentTask();
  const nameOf = useNodeName();
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const openState = useTreeOpen();
  const expandedItems = useMemo(() => expanded(nodes, root, openState), [nodes, root, openState]);
  useShowOpenDocument(nodes, root, openId);

  const move = (movedId: string, to: Move | undefined) => {
    const node = nodes.get(movedId);
    if (to === undefined || node.kind !== 'document') return;
    void task(() => api.call('moveDocument', { params: { id: node.seen.document.id }, body: to }));
  };
  const onActivate = useCallback((node: TreeNode) => {
    if (node.kind === 'document') void navigate({ to: '/docs/$documentId', params: { documentId: node.seen.document.id } });
  }, [navigate]);
  const moveTo = (movedId: string, target: DragTarget<TreeNode>) => moveInto(nodes, movedId, target.item.getId(), 'insertionIndex' in target ? target.insertionIndex : undefined);

  const tree = useTree<TreeNode>({
    rootItemId: root,
    features: FEATURES,
    dataLoader: { getItem: nodes.get, getChildren: nodes.childrenOf },
    getItemName: (item) => nameOf(item.getItemData()),
    // What has nothing below it yet can still be dropped on.
    isItemFolder: (item) => item.getItemData().kind !== 'note',
    state: { expandedItems },
    setExpandedItems: (next) => {
      const now = new Set(typeof next === 'function' ? next(expandedItems) : next);
      for (const id of expandedItems) if (!now.has(id)) setOpen(id, false);
      for (const id of now) if (!expandedItems.includes(id)) setOpen(id, true);
    },
    indent: INDENT,
    canReorder: true,
    canDrag: ([item]) => {
      const node = item?.getItemData();
      return node?.kind === 'document' && isMovable(node.section);
    },
    canDrop: ([item], target) => item !== undefined && moveTo(item.getId(), target) !== undefined,
    onDrop: ([item], target) => {
      if (item !== undefined) move(item.getId(), moveTo(item.getId(), target));
    },
  });
  tree.scheduleRebuildTree();
  const onKeyDown = useTreeKeys(tree, { onActivate, onStep: (id, step) => move(id, moveByStep(nodes, id, step, (of) => tree.getItemInstance(of).getItemMeta().parentId)) });
  const dropLine = tree.getDragLineStyle(-1, 0);

  return (
    <div {...tree.getContainerProps(label)} className={classes.tree} onKeyDown={onKeyDown}>
      {tree.getItems().map((item) => (
        <TreeRow
          key={item.getId()} item={item} node={item.getItemData()} indent={INDENT} sections={root === ROOT} current={openId}
          hasChildren={nodes.childrenOf(item.getId()).length > 0} menuWanted={menuOf === item.getId()} onMenu={() => setMenuOf(item.getId())} onActivate={onActivate}
        />
      ))}
      <div className={classes.dropLine} style={dropLine} />
    </div>
  );
}

/** Opens what the document of the page stands below, once: who closes it then has closed it. */
function useShowOpenDocument(nodes: TreeNodes, root: string, documentId: string | undefined): void {
  const shown = useRef<string>(undefined);
  const { data } = useQuery({ ...documentQuery(documentId ?? ''), enabled: documentId !== undefined });
  const home = data?.document.channelId == null ? undefined : `channel:${data.document.channelId}`;
  useEffect(() => {
    if (documentId === undefined || shown.current === documentId) return;
    const above = nodesAbove(nodes, documentId, root);
    // What is in a conversation is first read when that is open.
    const closed = (above ?? [home].filter((id) => id !== undefined && nodes.has(id))).filter((id): id is string => id !== undefined && !isOpen(useTreeOpen.getState(), id));
    if (above !== undefined) shown.current = documentId;
    for (const id of closed) setOpen(id, true);
  }, [nodes, root, documentId, home]);
}

function expanded(nodes: TreeNodes, root: string, state: Record<string, boolean>): string[] {
  const found: string[] = [];
  const look = (id: string): void => {
    for (const child of nodes.childrenOf(id)) {
      if (!isOpen(state, child)) continue;
      found.push(child);
      look(child);
    }
  };
  look(root);
  return found;
}
