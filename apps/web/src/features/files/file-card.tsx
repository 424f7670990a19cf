import { ActionIcon } from '@mantine/core';
import type { Attachment } from '@parvis/contracts';
import { Tooltip } from '@parvis/ui';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import classes from './file-card.module.css';
import { FileIcon } from './file-icon.tsx';
import { contentUrl, downloadUrl } from './file-url.ts';
import { formatSize } from './format-size.ts';

/** Shown by browsers themselves, in a tab of its own. */
const OPENED_IN_PLACE = new Set(['application/pdf']);

/** A file to open or download; children play it. */
export function FileCard({ file, children }: { file: Attachment; children?: ReactNode }) {
  const { t, i18n } = useTranslation('files');
  const opens = OPENED_IN_PLACE.has(file.mediaType);
  const label = t('download', { name: file.name });
  return (
    <div className={classes.card} data-file={file.id}>
      <div className={classes.head}>
        <span className={classes.icon}><FileIcon file={file} /></span>
        <span className={classes.names}>
          <a className={classes.name} href={opens ? contentUrl(file) : downloadUrl(file)} {...(opens ? { target: '_blank', rel: 'noopener' } : { download: file.name })}>{file.name}</a>
          <span className={classes.detail}>{formatSize(file.size, formatLocale(i18n.language))}</span>
        </span>
        <Tooltip label={label}>
          <ActionIcon component="a" size={36} href={downloadUrl(file)} download={file.name} aria-label={label}><IconDownload size={19} /></ActionIcon>
        </Tooltip>
      </div>
      {children}
    </div>
  );
}
