import { ActionIcon } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import type { UploadItem } from '../../sync/index.ts';
import classes from './attachment-tray.module.css';
import { FileIcon } from './file-icon.tsx';
import { thumbnailUrl } from './file-url.ts';
import { formatSize } from './format-size.ts';
import type { ComposerFiles } from './use-composer-files.ts';

/** What will be sent with the message: how far each file is, and a way to take it out. */
export function AttachmentTray({ files: { items, remove, retry } }: { files: ComposerFiles }) {
  const { t } = useTranslation('files');
  if (items.length === 0) return null;
  return (
    <ul className={classes.tray} aria-label={t('tray')}>
      {items.map((item) => <TrayItem key={item.id} item={item} onRemove={() => remove(item.id)} onRetry={() => retry(item.id)} />)}
    </ul>
  );
}

function TrayItem({ item, onRemove, onRetry }: { item: UploadItem; onRemove: () => void; onRetry: () => void }) {
  const { t, i18n } = useTranslation(['files', 'errors']);
  const percent = item.size === 0 ? 0 : Math.floor((item.sent / item.size) * 100);
  const { attachment } = item;
  const picture = item.preview ?? (attachment?.thumbnail ? thumbnailUrl(attachment) : null);
  const removeLabel = t(item.state === 'done' || item.state === 'failed' ? 'remove' : 'cancel', { name: item.name });
  return (
    <li className={classes.item} data-state={item.state}>
      {picture === null ? <span className={classes.icon}><FileIcon file={attachment ?? { kind: 'file', mediaType: item.mediaType }} /></span> : <img className={classes.picture} src={picture} alt="" />}
      <span className={classes.names}>
        <span className={classes.name} title={item.name}>{item.name}</span>
        <span className={classes.detail} role="status">
          {item.state === 'failed' && t('failed', { reason: t(item.error ?? 'internal', { ns: 'errors' }) })}
          {item.state === 'waiting' && t('waiting')}
          {item.state === 'uploading' && `${percent} %`}
          {item.state === 'done' && formatSize(item.size, formatLocale(i18n.language))}
        </span>
      </span>
      {item.state === 'failed' && <ActionIcon size={28} aria-label={t('retry', { name: item.name })} onClick={onRetry}><IconRefresh size={17} /></ActionIcon>}
      <ActionIcon size={28} aria-label={removeLabel} onClick={onRemove}><IconX size={17} /></ActionIcon>
      {item.state === 'uploading' && <progress className={classes.progress} value={item.sent} max={Math.max(1, item.size)} aria-label={t('progress', { name: item.name, percent })} />}
    </li>
  );
}
