import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconArrowDown, IconArrowUp, IconLetterCase, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import classes from './find-bar.module.css';
import { foundIn, go, goFirst, look, nothingFound, replaceEvery, replaceOne } from './find.ts';

interface FindBarProps {
  editor: DocumentBlockNote;
  /** What was selected when it was opened. */
  initial: string;
  editable: boolean;
  onClose: () => void;
}

/** Finds text in the document, and replaces it for whoever may edit. */
export function FindBar({ editor, initial, editable, onClose }: FindBarProps) {
  const { t } = useTranslation('document');
  const [search, setSearch] = useState(initial);
  const [replace, setReplace] = useState('');
  const [caseSensitive, setCaseSensitive] = useState(false);
  const [found, setFound] = useState(nothingFound);
  const id = useId();
  const view = editor.prosemirrorView;

  useEffect(() => {
    const update = () => setFound((before) => {
      const now = foundIn(editor.prosemirrorState);
      return now.count === before.count && now.current === before.current ? before : now;
    });
    editor._tiptapEditor.on('transaction', update);
    return () => {
      editor._tiptapEditor.off('transaction', update);
    };
  }, [editor]);

  useEffect(() => {
    if (view) look(view, { search, replace, caseSensitive });
  }, [view, search, replace, caseSensitive]);

  // Not for another replacement: writing that leads nowhere.
  useEffect(() => {
    if (view) goFirst(view);
  }, [view, search, caseSensitive]);

  useEffect(() => () => {
    if (view && !view.isDestroyed) look(view, { search: '', replace: '', caseSensitive: false });
  }, [view]);

  if (!view) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      if (event.target.name === 'replace') replaceOne(view);
      else go(view, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.place} data-replaces={editable || undefined}>
      <search className={classes.bar} aria-label={t('find.title')} onKeyDown={onKeyDown}>
        <div className={classes.row}>
          <TextInput className={classes.field} name="find" aria-label={t('find.field')} placeholder={t('find.field')} aria-describedby={id} value={search} data-autofocus autoFocus onFocus={({ currentTarget }) => currentTarget.select()} onChange={({ currentTarget }) => setSearch(currentTarget.value)} />
          <output id={id} className={classes.count}>{search === '' ? '' : found.count === 0 ? t('find.none') : t('find.count', { current: found.current, count: found.count })}</output>
          <Tooltip label={t('find.caseSensitive')}>
            <ActionIcon aria-label={t('find.caseSensitive')} aria-pressed={caseSensitive} data-on={caseSensitive || undefined} className={classes.tool} onClick={() => setCaseSensitive((on) => !on)}>
              <IconLetterCase size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('find.previous')}>
            <ActionIcon aria-label={t('find.previous')} className={classes.tool} onClick={() => go(view, -1)}>
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('find.next')}>
            <ActionIcon aria-label={t('find.next')} className={classes.tool} onClick={() => go(view, 1)}>
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('find.close')}>
            <ActionIcon aria-label={t('find.close')} className={classes.tool} onClick={onClose}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
        {editable && (
          <div className={classes.row}>
            <TextInput className={classes.field} name="replace" aria-label={t('find.replaceWith')} placeholder={t('find.replaceWith')} value={replace} onChange={({ currentTarget }) => setReplace(currentTarget.value)} />
            <Button variant="default" size="compact-md" onClick={() => replaceOne(view)}>{t('find.replace')}</Button>
            <Button variant="default" size="compact-md" onClick={() => replaceEvery(view)}>{t('find.replaceAll')}</Button>
          </div>
        )}
      </search>
    </div>
  );
}
