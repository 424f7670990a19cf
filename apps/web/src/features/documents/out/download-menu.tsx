import { ActionIcon } from '@mantine/core';
import { ActionMenu, useToasts, type MenuAction } from '@parvis/ui';
import { IconDownload, IconFileText, IconFileTypeDocx, IconFileTypeHtml, IconFileTypePdf, IconMarkdown, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import type { OutFormat } from './download-document.ts';
import './print.css';

const formats: readonly (readonly [OutFormat, typeof IconFileText])[] = [['pdf', IconFileTypePdf], ['docx', IconFileTypeDocx], ['odt', IconFileText], ['markdown', IconMarkdown], ['html', IconFileTypeHtml]];

/** A document as a file, or on paper. It is made here: what isn't saved yet is in it, and no server is asked. */
export function DownloadMenu({ session, title }: { session: DocumentSession; title: string }) {
  const { t } = useTranslation('transfer');
  const { show } = useToasts();
  const [busy, setBusy] = useState(false);
  const download = async (format: OutFormat) => {
    setBusy(true);
    show({ id: 'download', message: t('out.working') });
    try {
      const { downloadDocument } = await import('./download-document.ts');
      const { name, missing } = await downloadDocument(format, session.doc, title);
      show({ id: 'download', message: missing === 0 ? t('out.done', { name }) : t('out.incomplete', { name, count: missing }) });
    } catch {
      show({ id: 'download', message: t('out.failed'), tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const actions: MenuAction[] = [
    ...formats.map(([format, Icon]) => ({ label: t(`out.${format}`), icon: <Icon size={18} />, onSelect: () => void download(format) })),
    { label: t('out.print'), icon: <IconPrinter size={18} />, separated: true, onSelect: () => window.print() },
  ];
  return (
    <ActionMenu label={t('out.menu')} actions={actions} width={280} align="end">
      {(props) => <ActionIcon {...props} size={34} loading={busy} aria-label={t('out.menu')}><IconDownload size={19} stroke={1.7} aria-hidden /></ActionIcon>}
    </ActionMenu>
  );
}
