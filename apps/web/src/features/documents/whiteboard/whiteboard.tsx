import { Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import type { AppState, ExcalidrawImperativeAPI, UIOptions } from '@excalidraw/excalidraw/types';
import { useComputedColorScheme } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { type DragEvent, useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { BoardHandle } from './board-handle.ts';
import type { BoardServices } from './board-services.ts';
import { downloadBoard } from './export-board.ts';
import { OpenBoard } from './open-board.ts';
import { useBoardDownloads } from './use-board-downloads.tsx';
import './whiteboard.css';

export interface WhiteboardProps {
  doc: Y.Doc;
  /** Null where nobody else is: a moment of the past. */
  awareness: Awareness | null;
  editable: boolean;
  language: 'en' | 'fr';
  /** Accessible name of the board. */
  label: string;
  services: BoardServices;
  /** Of the files that it is given out as. */
  name: string;
  /** Called when it is shown, and with null when it goes. */
  onReady?: (board: BoardHandle | null) => void;
}

/** What has no place here: it would be kept outside of the document, or leads elsewhere. */
const OPTIONS: Partial<UIOptions> = {
  canvasActions: { changeViewBackgroundColor: false, clearCanvas: true, export: false, loadScene: false, saveToActiveFile: false, saveAsImage: false, toggleTheme: false },
  tools: { image: true },
};

/**
 * Shows a whiteboard and lets people draw on it. Of what it is given, `editable`, `language` and
 * `label` may change while it is shown: another `doc` needs another `key`.
 */
export function Whiteboard({ doc, awareness, editable, language, label, services, name, onReady }: WhiteboardProps) {
  const { t } = useTranslation('documents');
  const { show } = useToasts();
  const scheme = useComputedColorScheme('light');
  const [scene, setScene] = useState<ExcalidrawImperativeAPI | null>(null);
  const tell = useEffectEvent((what: 'tooLarge' | 'imageFailed') => show({ message: t(`board.${what}`), tone: 'error' }));
  const [board] = useState(() => new OpenBoard({ doc, awareness, services }));

  // Before the board goes: what was drawn last is still in its scene then.
  useLayoutEffect(() => {
    if (scene === null) return undefined;
    board.show(scene, (what) => { tell(what); });
    return () => {
      board.hide();
    };
  }, [board, scene]);
  useEffect(() => {
    board.setEditable(editable);
  }, [board, editable]);

  const handle = useMemo<BoardHandle | null>(() => scene && { download: (format, as) => downloadBoard(scene, format, as) }, [scene]);
  const downloads = useBoardDownloads(handle, name);
  const ready = useEffectEvent((now: BoardHandle | null) => onReady?.(now));
  useEffect(() => {
    ready(handle);
    return () => { ready(null); };
  }, [handle]);

  return (
    <section className="pv-board" aria-label={label} onDropCapture={refuseOtherFiles}>
      <Excalidraw
        excalidrawAPI={setScene} initialData={() => board.begin()} onChange={(_, appState: AppState) => { board.changed(appState); }}
        onPointerUpdate={({ pointer, button }) => { board.point(pointer, button); }} generateIdForFile={(file) => board.upload(file)}
        onLinkOpen={(element, event) => {
          event.preventDefault();
          if (element.link !== null) services.openLink(element.link);
        }}
        viewModeEnabled={!editable} isCollaborating={awareness !== null} theme={scheme} langCode={language === 'fr' ? 'fr-FR' : 'en'}
        UIOptions={OPTIONS} aiEnabled={false} validateEmbeddable={false} handleKeyboardGlobally={false}
      >
        <MainMenu>
          <MainMenu.DefaultItems.SearchMenu />
          {editable && <MainMenu.DefaultItems.ClearCanvas />}
          {downloads.map(({ label, icon, onSelect }) => <MainMenu.Item key={label} icon={<>{icon}</>} onSelect={onSelect}>{label}</MainMenu.Item>)}
          <MainMenu.DefaultItems.Help />
        </MainMenu>
      </Excalidraw>
    </section>
  );
}

/** Pictures are inserted; a drawing's file would take the place of the whole board. */
function refuseOtherFiles(event: DragEvent): void {
  const files = [...event.dataTransfer.files];
  if (files.every(({ type }) => type.startsWith('image/'))) return;
  event.preventDefault();
  event.stopPropagation();
}
