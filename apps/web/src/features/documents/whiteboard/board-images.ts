import { CaptureUpdateAction, newElementWith } from '@excalidraw/excalidraw';
import type { FileId } from '@excalidraw/excalidraw/element/types';
import type { BinaryFileData, DataURL, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { BoardElement } from './board-element.ts';
import type { BoardServices } from './board-services.ts';

type ImageScene = Pick<ExcalidrawImperativeAPI, 'getSceneElementsIncludingDeleted' | 'getFiles' | 'addFiles' | 'updateScene'>;

export interface BoardImagesOptions {
  scene: ImageScene;
  services: BoardServices;
  /** Whether an image of this file stands in the document already. */
  isKnown: (fileId: string) => boolean;
  /** The picture could not be brought to the server: it is taken from the scene. */
  onFailed: () => void;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Milliseconds until a picture that didn't come is asked for again. */
const AGAIN = 5_000;

/** Pictures of a whiteboard: files of the document, whose ids the elements hold. */
export class BoardImages {
  private readonly options: BoardImagesOptions;
  private readonly there: Set<string>;
  private readonly loading = new Set<string>();
  private readonly adopting = new Set<string>();
  private stopped = false;

  /** `there`: ids of files that this page brought to the server. */
  constructor(options: BoardImagesOptions, there: Set<string>) {
    this.options = options;
    this.there = there;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Its file isn't with the server: nobody else could see it. */
  isHeld(element: BoardElement): boolean {
    return element.type === 'image' && !element.isDeleted && (element.fileId === null || !this.isThere(element.fileId));
  }

  /** Looks for pictures that aren't here, and for pasted ones that only are here. */
  look(editable: boolean): void {
    const files = this.options.scene.getFiles();
    for (const element of this.options.scene.getSceneElementsIncludingDeleted()) {
      if (element.type !== 'image' || element.isDeleted || element.fileId === null) continue;
      const { fileId } = element;
      const file = files[fileId];
      if (this.isThere(fileId)) {
        if (file === undefined) void this.load(fileId);
      } else if (file !== undefined && editable) void this.adopt(file);
    }
  }

  private isThere(fileId: string): boolean {
    if (this.there.has(fileId)) return true;
    if (!UUID.test(fileId) || !this.options.isKnown(fileId)) return false;
    this.there.add(fileId);
    return true;
  }

  private async load(fileId: FileId): Promise<void> {
    if (this.loading.has(fileId)) return;
    this.loading.add(fileId);
    try {
      const answer = await fetch(this.options.services.fileUrl(fileId));
      const blob = await answer.blob();
      const mediaType = blob.type.split(';')[0] ?? '';
      if (!answer.ok || !mediaType.startsWith('image/') || this.stopped) return;
      this.options.scene.addFiles([{ id: fileId, dataURL: await dataUrlOf(blob), mimeType: mediaType as BinaryFileData['mimeType'], created: Date.now() }]);
    } catch {
      setTimeout(() => {
        this.loading.delete(fileId);
        if (!this.stopped) this.look(false);
      }, AGAIN);
    }
  }

  /** Brings a picture that came with a pasted drawing to the server. */
  private async adopt({ id, dataURL, mimeType }: BinaryFileData): Promise<void> {
    if (this.adopting.has(id)) return;
    this.adopting.add(id);
    const { scene, services, onFailed } = this.options;
    try {
      const fileId = (await services.uploadFile(new File([bytesOf(dataURL)], `image.${mimeType.split('/')[1]?.split('+')[0] ?? 'png'}`, { type: mimeType }))) as FileId;
      this.there.add(fileId);
      scene.addFiles([{ id: fileId, dataURL, mimeType, created: Date.now() }]);
      this.replace(id, { fileId });
    } catch {
      this.replace(id, { isDeleted: true });
      onFailed();
    } finally {
      this.adopting.delete(id);
    }
  }

  private replace(fileId: string, what: { fileId: FileId } | { isDeleted: true }): void {
    const { scene } = this.options;
    const elements = scene.getSceneElementsIncludingDeleted().map((element) => (element.type === 'image' && element.fileId === fileId ? newElementWith(element, what) : element));
    scene.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  }
}

const dataUrlOf = (blob: Blob): Promise<DataURL> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(reader.result as DataURL); };
    reader.onerror = () => { reject(reader.error ?? new Error('not readable')); };
    reader.readAsDataURL(blob);
  });

/** The bytes of a data: address, which our Content-Security-Policy lets nobody fetch. */
function bytesOf(address: string): Uint8Array<ArrayBuffer> {
  const [head = '', data = ''] = address.split(',', 2);
  const text = head.endsWith(';base64') ? atob(data) : decodeURIComponent(data);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
