import { useToasts, type MenuAction } from '@parvis/ui';
import { IconFileText, IconFileTypeDocx, IconFileTypeHtml, IconFileTypePdf, IconMarkdown, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import type { OutFormat } from './download-document.ts';
import './print.css';

const formats: readonly (readonly [OutFormat, typeof IconFileText])[] = [['pdf', IconFileTypePdf], ['docx', IconFileTypeDocx], ['odt', IconFileText], ['markdown', IconMarkdown], ['html', IconFileTypeHtml]];

/** A document as a file, or on paper. It is made here: what isn't saved yet is in it, and no server is asked. */
export function useDownloadActions(session: DocumentSession, title: string): MenuAction[] {
  const { t } = useTranslation('transfer');
  const { show } = useToasts();
  const download = async (format: OutFormat) => {
    const given = new AbortController();
    show({ id: 'download', message: t('out.working'), duration: null, action: { label: t('out.cancel'), run: () => given.abort() } });
    try {
      const { downloadDocument } = await import('./download-document.ts');
      const { name, missing } = await downloadDocument(format, session.doc, title, given.signal);
      show({ id: 'download', message: missing === 0 ? t('out.done', { name }) : t('out.incomplete', { name, count: missing }) });
    } catch {
      if (!given.signal.aborted) show({ id: 'download', message: t('out.failed'), tone: 'error' });
    }
  };
  return [
    ...formats.map(([format, Icon], index) => ({ label: t(`out.${format}`), icon: <Icon size={18} />, separated: index === 0, onSelect: () => void download(format) })),
    { label: t('out.print'), icon: <IconPrinter size={18} />, onSelect: () => window.print() },
  ];
}
