import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import classes from './import.module.css';

interface ImportAreaProps {
  /** Nothing can be imported here. */
  disabled: boolean;
  children: ReactNode;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** A list into which files are dropped: each becomes a document. */
export function ImportArea({ disabled, children }: ImportAreaProps) {
  const { t } = useTranslation('transfer');
  const [over, setOver] = useState(false);
  if (disabled) return children;
  return (
    <div
      className={classes.area} data-over={over || undefined}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        openDialog('importDocuments', { files: [...event.dataTransfer.files] });
      }}
    >
      {over && <p className={classes.drop}>{t('in.drop')}</p>}
      {children}
    </div>
  );
}
