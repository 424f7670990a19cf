import { Button } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './emoji-page.module.css';
import { useEmojiLimit } from './use-emoji-limit.ts';

interface EmojiFileFieldProps {
  file: File | null;
  /** Address of the picture that was chosen. */
  preview: string | null;
  onChoose: (file: File) => void;
  /** The browser can't show it: it is no picture. */
  onUnreadable: () => void;
}

const KINDS = 'image/png,image/jpeg,image/webp,image/gif';

/** Where a picture is dropped or picked; then how it looks, large and as small as in a text. */
export function EmojiFileField({ file, preview, onChoose, onUnreadable }: EmojiFileFieldProps) {
  const { t } = useTranslation('emoji');
  const limit = useEmojiLimit();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onChoose(dropped);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {preview === null ? (
        <IconPhotoPlus size={32} stroke={1.4} className={classes.dropIcon} aria-hidden />
      ) : (
        <span className={classes.previews}>
          <img src={preview} alt="" className={classes.previewLarge} onError={onUnreadable} />
          <img src={preview} alt="" className={classes.previewSmall} />
        </span>
      )}
      <div className={classes.dropText}>
        {file ? <span className={classes.fileName}>{file.name}</span> : <span>{t('page.drop')}</span>}
        <Button variant="default" size="sm" onClick={() => input.current?.click()}>{t(file ? 'page.another' : 'page.choose')}</Button>
        <p className={classes.hint}>{t('page.limits', { size: limit })}</p>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={KINDS}
        aria-label={t('page.choose')}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) onChoose(chosen);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
