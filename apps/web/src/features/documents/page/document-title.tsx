import type { SeenDocument } from '@parvis/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@parvis/contracts/limits';
import { useErrorText } from '../../../app/use-error-text.ts';
import { api } from '../../../sync/index.ts';
import { documentQuery, useInvalidateDocuments } from '../document-queries.ts';
import { takeJustMade } from '../just-made.ts';
import classes from './document-page.module.css';
import { TitleWriter } from './title-writer.ts';

interface DocumentTitleProps {
  seen: SeenDocument;
  editable: boolean;
  /** Enter: go on in the text. */
  onLeave: () => void;
}

/** The title above the text. What was typed stays in the field until the server has it. */
export function DocumentTitle({ seen: { document }, editable, onLeave }: DocumentTitleProps) {
  const { t } = useTranslation('documents');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const invalidate = useInvalidateDocuments();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [writer] = useState(() => new TitleWriter({
    write: async (title) => {
      const changed = await api.call('updateDocument', { params: { id: document.id }, body: { title: title.trim() } }, { keepalive: true });
      queries.setQueryData(documentQuery(document.id).queryKey, (before: object | undefined) => before && { ...before, ...changed });
    },
    onWritten: () => {
      setTyped(null);
      setError(null);
      void invalidate();
    },
    onFailed: (problem) => setError(errorText(problem)),
  }));
  useEffect(() => {
    const leave = () => writer.leave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [writer]);
  useEffect(() => {
    if (!editable || !takeJustMade(document.id)) return;
    area.current?.focus();
    area.current?.setSelectionRange(LIMITS.documentTitle, LIMITS.documentTitle);
  }, [editable, document.id]);
  const onType = (title: string) => {
    setTyped(title);
    writer.type(title);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLeave();
  };
  const title = typed ?? document.title;
  if (!editable) return <h1 className={classes.title}>{title || t('untitled')}</h1>;
  return (
    <div className={classes.titleField} data-value={title || t('untitled')}>
      <textarea
        ref={area} rows={1} className={classes.title} aria-label={t('page.title')} placeholder={t('untitled')} maxLength={LIMITS.documentTitle}
        value={title} onChange={(event) => onType(event.currentTarget.value.replaceAll('\n', ' '))} onKeyDown={onKeyDown}
        onBlur={() => { if (typed !== null) void writer.now(); }}
      />
      {error !== null && <p className={classes.titleError} role="alert">{error}</p>}
    </div>
  );
}
