import { useTranslation } from 'react-i18next';
import { useDocumentSummary } from '../editor-handle.ts';
import type { EditorHandle } from '../editor-handle.ts';
import classes from './document-outline.module.css';

/** The headings of a document: a click goes there. */
export function DocumentOutline({ handle, onChosen }: { handle: EditorHandle | null; onChosen?: () => void }) {
  const { t } = useTranslation('document');
  const { outline } = useDocumentSummary(handle);
  return (
    <nav aria-label={t('outline')} className={classes.outline}>
      {outline.length === 0 && <p className={classes.empty}>{t('outlineEmpty')}</p>}
      <ul>
        {outline.map(({ blockId, level, text }) => (
          <li key={blockId}>
            <button
              type="button" data-level={level}
              onClick={() => {
                onChosen?.();
                handle?.showBlock(blockId);
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How long a document is, in words. */
export function WordCount({ handle }: { handle: EditorHandle | null }) {
  const { t } = useTranslation('document');
  const { words } = useDocumentSummary(handle);
  return <span>{t('words', { count: words })}</span>;
}
