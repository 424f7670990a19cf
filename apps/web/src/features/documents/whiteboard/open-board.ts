import type { AppState, ExcalidrawImperativeAPI, ExcalidrawInitialDataState } from '@excalidraw/excalidraw/types';
import type { FileId } from '@excalidraw/excalidraw/element/types';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { BoardBinding } from './board-binding.ts';
import { BoardImages } from './board-images.ts';
import { OwnPointer, showPointers } from './board-pointers.ts';
import type { BoardServices } from './board-services.ts';
import { elementsOf, type ReadBoard, readBoard } from './read-board.ts';

export interface OpenBoardOptions {
  doc: Y.Doc;
  awareness: Awareness | null;
  services: BoardServices;
}

/** What goes on between one shown whiteboard and its document. */
export class OpenBoard {
  private readonly options: OpenBoardOptions;
  private readonly own: OwnPointer | null;
  private readonly uploaded = new Set<string>();
  private shown: ReadBoard | undefined;
  private scene: ExcalidrawImperativeAPI | undefined;
  private binding: BoardBinding | undefined;
  private images: BoardImages | undefined;
  private endPointers: (() => void) | undefined;
  private tell: (what: 'tooLarge' | 'imageFailed') => void = () => undefined;
  private editable = false;

  constructor(options: OpenBoardOptions) {
    this.options = options;
    this.own = options.awareness && new OwnPointer(options.awareness);
  }

  /** What the scene begins with. */
  begin(): ExcalidrawInitialDataState {
    this.shown = readBoard(this.options.doc);
    return { elements: this.shown.elements, appState: { viewBackgroundColor: '#ffffff' } };
  }

  show(scene: ExcalidrawImperativeAPI, tell: OpenBoard['tell']): void {
    this.scene = scene;
    this.tell = tell;
    window.addEventListener('pagehide', this.flush);
    if (!scene.getAppState().isLoading) this.changed(scene.getAppState());
  }

  hide(): void {
    window.removeEventListener('pagehide', this.flush);
    this.endPointers?.();
    this.images?.stop();
    this.binding?.stop();
    this.own?.leave();
    [this.binding, this.images, this.scene] = [undefined, undefined, undefined];
  }

  setEditable(editable: boolean): void {
    this.editable = editable;
    if (this.binding) this.binding.editable = editable;
  }

  /** The scene may be another. It is first told once what it begins with is shown. */
  changed(appState: AppState): void {
    if (!this.scene || !this.shown) return;
    this.binding ??= this.bind(this.scene, this.shown);
    this.binding.changed(appState);
    this.images?.look(this.editable);
    this.own?.select(appState.selectedElementIds);
  }

  point(pointer: { x: number; y: number; tool: 'pointer' | 'laser' }, button: 'up' | 'down'): void {
    this.own?.point(pointer, button);
  }

  /** Brings a picture to the server, and answers the id that the board knows it by. */
  async upload(file: File): Promise<string> {
    const fileId = await this.options.services.uploadFile(file);
    this.uploaded.add(fileId);
    return fileId;
  }

  private bind(scene: ExcalidrawImperativeAPI, shown: ReadBoard): BoardBinding {
    const { doc, awareness, services } = this.options;
    const map = elementsOf(doc);
    const isKnown = (fileId: string) => [...map.values()].some((each) => (each as { fileId?: FileId } | null)?.fileId === fileId);
    const images = new BoardImages({ scene, services, isKnown, onFailed: () => { this.tell('imageFailed'); } }, this.uploaded);
    this.images = images;
    // As much of it as fits, no larger than it is.
    if (shown.elements.length > 0) scene.scrollToContent(shown.elements, { fitToContent: true, animate: false });
    if (awareness) this.endPointers = showPointers(awareness, scene, soon);
    return new BoardBinding({ doc, scene, shown, editable: this.editable, isHeld: (element) => images.isHeld(element), onTooLarge: () => { this.tell('tooLarge'); }, soon });
  }

  private readonly flush = (): void => {
    this.binding?.flush();
  };
}

const soon = (work: () => void): void => void requestAnimationFrame(work);
