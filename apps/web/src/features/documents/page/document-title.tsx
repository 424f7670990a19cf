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

/** Milliseconds after the last key stroke. */
const WRITE_AFTER = 600;

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
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);

  const write = async (title: string) => {
    clearTimeout(timer.current);
    try {
      const changed = await api.call('updateDocument', { params: { id: document.id }, body: { title: title.trim() } });
      queries.setQueryData(documentQuery(document.id).queryKey, (before: object | undefined) => before && { ...before, ...changed });
      setTyped((now) => (now === title ? null : now));
      setError(null);
      await invalidate();
    } catch (problem) {
      setError(errorText(problem));
      timer.current = setTimeout(() => void write(title), 5_000);
    }
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!editable || !takeJustMade(document.id)) return;
    area.current?.focus();
    area.current?.setSelectionRange(LIMITS.documentTitle, LIMITS.documentTitle);
  }, [editable, document.id]);
  const onType = (title: string) => {
    setTyped(title);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void write(title), WRITE_AFTER);
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
        onBlur={() => { if (typed !== null) void write(typed); }}
      />
      {error !== null && <p className={classes.titleError} role="alert">{error}</p>}
    </div>
  );
}
