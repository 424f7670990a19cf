import { CaptureUpdateAction } from '@excalidraw/excalidraw';
import type { AppState, Collaborator, ExcalidrawImperativeAPI, SocketId } from '@excalidraw/excalidraw/types';
import * as z from 'zod/mini';
import type { Awareness } from 'y-protocols/awareness';

/** More selected elements than so many are not told: awareness has a limit. */
const SELECTED = 40;

const state = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  pointer: z.object({ x: z.number(), y: z.number(), tool: z.enum(['pointer', 'laser']), button: z.enum(['up', 'down']) }),
  selectedElementIds: z.optional(z.array(z.string())),
});

/** Where the others point, as the server says who they are; what is no pointer is left out. */
export function readPointers(awareness: Awareness): Map<SocketId, Collaborator> {
  const pointers = new Map<SocketId, Collaborator>();
  for (const [client, told] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const { success, data } = state.safeParse(told);
    if (!success) continue;
    const { user, pointer: { button, ...pointer }, selectedElementIds = [] } = data;
    const id = String(client) as SocketId;
    // The colour of a pointer is made from the id.
    pointers.set(id, { id: user.id, socketId: id, username: user.name, pointer, button, selectedElementIds: Object.fromEntries(selectedElementIds.map((each) => [each, true as const])) });
  }
  return pointers;
}

/** Shows where others point and what they selected; answers how to end that. */
export function showPointers(awareness: Awareness, scene: Pick<ExcalidrawImperativeAPI, 'updateScene'>, soon: (work: () => void) => void): () => void {
  let waits = false;
  const show = () => {
    waits = false;
    scene.updateScene({ collaborators: readPointers(awareness), captureUpdate: CaptureUpdateAction.NEVER });
  };
  const onChange = () => {
    if (waits) return;
    waits = true;
    soon(show);
  };
  show();
  awareness.on('change', onChange);
  return () => {
    awareness.off('change', onChange);
  };
}

/** Tells the others where I point and what I selected. */
export class OwnPointer {
  private readonly awareness: Awareness;
  private selected: AppState['selectedElementIds'] | undefined;

  constructor(awareness: Awareness) {
    this.awareness = awareness;
  }

  point(pointer: { x: number; y: number; tool: 'pointer' | 'laser' }, button: 'up' | 'down'): void {
    this.awareness.setLocalStateField('pointer', { x: Math.round(pointer.x), y: Math.round(pointer.y), tool: pointer.tool, button });
  }

  select(selected: AppState['selectedElementIds']): void {
    if (selected === this.selected) return;
    this.selected = selected;
    const told: unknown = this.awareness.getLocalState()?.selectedElementIds;
    const ids = Object.keys(selected).slice(0, SELECTED);
    if (JSON.stringify(told ?? []) !== JSON.stringify(ids)) this.awareness.setLocalStateField('selectedElementIds', ids);
  }

  leave(): void {
    this.awareness.setLocalStateField('pointer', null);
    this.awareness.setLocalStateField('selectedElementIds', []);
  }
}
