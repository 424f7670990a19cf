import { CaptureUpdateAction, isInvisiblySmallElement, reconcileElements, restoreElements } from '@excalidraw/excalidraw';
import type { RemoteExcalidrawElement } from '@excalidraw/excalidraw/data/reconcile';
import type { AppState, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type * as Y from 'yjs';
import { type BoardElement, byIndex, isNewer, readElement, sameStamp, type Stamp, stampOf, storedElement } from './board-element.ts';
import { elementsOf, type ReadBoard } from './read-board.ts';

export type BoardScene = Pick<ExcalidrawImperativeAPI, 'getSceneElementsIncludingDeleted' | 'getAppState' | 'updateScene'>;

/** What of the scene's state tells whether something is being drawn, moved or typed right now. */
export type Gesture = Pick<AppState, 'cursorButton' | 'editingTextElement' | 'multiElement' | 'newElement'>;

/** Milliseconds between two states of what is being drawn, and bytes of it that are written in each of them. */
const WRITE_EVERY = 80;
const BYTES_PER_MS = 20;
/** Bytes that are written at once: more would be refused. */
const WRITE_BYTES = 256 * 1024;
/** Larger elements are not taken, in bytes. */
const ELEMENT_BYTES = 512 * 1024;
/** What was removed longer ago than this is forgotten, in milliseconds. */
const FORGET_AFTER = 24 * 3_600_000;

export interface BoardBindingOptions {
  doc: Y.Doc;
  scene: BoardScene;
  /** What the scene began with. */
  shown: ReadBoard;
  editable: boolean;
  /** An image isn't written before its file is there. */
  isHeld?: (element: BoardElement) => boolean;
  /** Elements that are too large to be kept were taken from the scene. */
  onTooLarge?: () => void;
  /** Runs something soon, so that several changes of others become one. */
  soon?: (work: () => void) => void;
}

/**
 * Keeps a whiteboard's scene and its Yjs document the same. Of two changes of one element the newer
 * wins, as Excalidraw says it; changes of different ones both stay. It writes only what was changed here.
 */
export class BoardBinding {
  editable: boolean;
  private readonly options: BoardBindingOptions;
  private readonly map: Y.Map<unknown>;
  /** Stamps of the map's elements, and what the scene made of them when it took them. */
  private readonly taken: Map<string, Stamp>;
  private readonly seen: Map<string, Stamp>;
  private readonly pulled = new Map<string, 'add' | 'update' | 'delete'>();
  /** Newer at others', but being changed here: looked at again when that ends. */
  private readonly postponed = new Set<string>();
  /** Taken from the scene because the map has them no more. */
  private readonly gone = new Set<string>();
  private elements: readonly unknown[] | undefined;
  private forgot = false;
  private writeAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: BoardBindingOptions) {
    this.options = options;
    this.editable = options.editable;
    this.map = elementsOf(options.doc);
    this.taken = new Map(options.shown.stamps);
    this.seen = new Map(options.shown.elements.map((element) => [element.id, stampOf(element)]));
    // What came since the scene was read.
    for (const id of new Set([...this.map.keys(), ...this.seen.keys()])) this.pulled.set(id, 'update');
    this.map.observe(this.observe);
    this.pull();
  }

  stop(): void {
    this.flush();
    clearTimeout(this.timer);
    this.map.unobserve(this.observe);
  }

  /** The scene may be another now. */
  changed(gesture: Gesture): void {
    if (!isBusy(gesture)) {
      this.writeAt = 0;
      for (const id of this.postponed) this.pulled.set(id, 'update');
      this.postponed.clear();
    }
    const wait = this.writeAt - performance.now();
    if (wait <= 0) this.flush();
    else this.timer ??= setTimeout(() => {
      this.flush();
    }, wait);
  }

  /** Writes what the scene has and the document not. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.takeBackMissing();
    this.pull();
    if (!this.editable) return;
    const changed = this.sceneElements().filter((element) => this.isToBeWritten(element));
    if (changed.length > 0) this.writeAt = performance.now() + Math.max(WRITE_EVERY, this.write(changed) / BYTES_PER_MS);
  }

  private sceneElements(): readonly BoardElement[] {
    return this.options.scene.getSceneElementsIncludingDeleted() as readonly BoardElement[];
  }

  private isToBeWritten(element: BoardElement): boolean {
    const seen = this.seen.get(element.id);
    if (seen !== undefined) {
      if (sameStamp(seen, element) || !isNewer(element, seen)) return false;
    } else if (element.isDeleted || isInvisiblySmallElement(element) || (element.type === 'text' && element.text === '')) return false;
    return !this.options.isHeld?.(element);
  }

  /** Answers the bytes written. */
  private write(changed: readonly BoardElement[]): number {
    const { doc } = this.options;
    const tooLarge = new Set<string>();
    let batch: (readonly [string, unknown])[] = [];
    let [size, total] = [0, 0];
    const send = () => {
      doc.transact(() => {
        for (const [id, value] of batch) this.map.set(id, value);
      }, this);
      [batch, size] = [[], 0];
    };
    this.forgetRemoved();
    for (const element of changed) {
      const json = JSON.stringify(storedElement(element));
      if (json.length > ELEMENT_BYTES) {
        tooLarge.add(element.id);
        continue;
      }
      if (size + json.length > WRITE_BYTES) send();
      // A copy: the scene changes its elements in place.
      batch.push([element.id, JSON.parse(json)]);
      this.seen.set(element.id, stampOf(element));
      this.taken.set(element.id, stampOf(element));
      size += json.length;
      total += json.length;
    }
    send();
    if (tooLarge.size > 0) this.refuse(tooLarge);
    return total;
  }

  /** What others know of them comes back. */
  private refuse(ids: ReadonlySet<string>): void {
    const { scene, onTooLarge } = this.options;
    scene.updateScene({ elements: this.sceneElements().filter(({ id }) => !ids.has(id)), captureUpdate: CaptureUpdateAction.NEVER });
    this.takeBackMissing();
    this.pull();
    onTooLarge?.();
  }

  /** A file that is dropped here takes the place of the whole scene: what was there stays beside it. */
  private takeBackMissing(): void {
    const elements = this.sceneElements();
    if (elements === this.elements) return;
    this.elements = elements;
    const here = new Set(elements.map(({ id }) => id));
    for (const id of this.seen.keys()) {
      if (here.has(id)) continue;
      this.taken.delete(id);
      this.pulled.set(id, 'update');
    }
  }

  private forgetRemoved(): void {
    if (this.forgot) return;
    this.forgot = true;
    this.options.doc.transact(() => {
      for (const [id, value] of this.map) {
        const { isDeleted, updated } = (value ?? {}) as { isDeleted?: unknown; updated?: unknown };
        if (isDeleted === true && typeof updated === 'number' && updated < Date.now() - FORGET_AFTER) this.map.delete(id);
      }
    }, this);
  }

  private readonly observe = ({ changes }: Y.YMapEvent<unknown>, { origin }: Y.Transaction): void => {
    if (origin === this) return;
    for (const [id, { action }] of changes.keys) this.pulled.set(id, action);
    const { soon = (work: () => void) => { work(); } } = this.options;
    soon(() => {
      this.pull();
    });
  };

  /** Gives the scene what came from others. */
  private pull(): void {
    if (this.pulled.size === 0) return;
    const { scene } = this.options;
    const local = new Map(this.sceneElements().map((element) => [element.id, element]));
    const remote: BoardElement[] = [];
    for (const [id, action] of this.pulled) this.take(id, action, local, remote);
    this.pulled.clear();
    const restored = restoreElements(remote.sort(byIndex), null);
    for (const element of restored) this.seen.set(element.id, stampOf(element));
    if (restored.length === 0) return;
    const elements = reconcileElements([...local.values()], restored as RemoteExcalidrawElement[], scene.getAppState());
    const kept = new Set<unknown>(elements);
    for (const element of restored) {
      const known = local.get(element.id);
      if (known === undefined || !isNewer(element, known) || !kept.has(known)) continue;
      this.postponed.add(element.id);
      this.taken.delete(element.id);
    }
    scene.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  }

  private take(id: string, action: 'add' | 'update' | 'delete', local: Map<string, BoardElement>, remote: BoardElement[]): void {
    const known = local.get(id);
    const element = readElement(id, this.map.get(id));
    if (element === null) {
      // Gone, and nobody says when: for the scene it is removed after whatever it has.
      this.taken.delete(id);
      if (known) this.gone.add(id);
      if (known && !known.isDeleted) remote.push({ ...known, isDeleted: true, version: known.version + 1 });
      return;
    }
    const former = this.taken.get(id);
    if (former && sameStamp(former, element)) return;
    this.taken.set(id, stampOf(element));
    if (!('type' in element)) {
      if (known) remote.push({ ...known, ...element });
      return;
    }
    // Brought back from a past that knows nothing of what became of it: that it is older says nothing.
    const seen = this.seen.get(id);
    if (known && (this.gone.has(id) || action === 'add') && (known.isDeleted || (seen && sameStamp(seen, known)))) local.delete(id);
    this.gone.delete(id);
    remote.push(element);
  }
}

const isBusy = ({ cursorButton, editingTextElement, multiElement, newElement }: Gesture): boolean =>
  cursorButton === 'down' || editingTextElement !== null || multiElement !== null || newElement !== null;
