import { IconPaperclip } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './file-drop-zone.module.css';

interface FileDropZoneProps {
  className?: string | undefined;
  /** Without it nothing is taken: it may not be written here. */
  onDrop: ((files: File[]) => void) | undefined;
  children: ReactNode;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Files dropped anywhere on it go into the message. */
export function FileDropZone({ className, onDrop, children }: FileDropZoneProps) {
  const { t } = useTranslation('files');
  /** Entered elements that were not left: each child tells its own. */
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  if (onDrop === undefined) return <div className={className}>{children}</div>;
  const move = (by: number) => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return (
    <div
      className={`${classes.zone} ${className ?? ''}`}
      onDragEnter={(event) => { if (hasFiles(event)) move(1); }}
      onDragLeave={(event) => { if (hasFiles(event)) move(-1); }}
      onDragOver={(event) => { if (hasFiles(event)) event.preventDefault(); }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        move(-Infinity);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className={classes.hint}><IconPaperclip size={28} aria-hidden />{t('drop')}</div>}
    </div>
  );
}
