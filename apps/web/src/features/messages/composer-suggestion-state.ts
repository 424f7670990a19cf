import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { SuggestionList, type ShownSuggestions } from './composer-suggestion-list.ts';
import type { Suggestion, SuggestionSources } from './composer-suggestion-types.ts';
import { findClosedShortcode, type Trigger } from './composer-trigger.ts';
import { emojiOf, inSkinTone } from '../emoji/index.ts';

export interface SuggestionState extends ShownSuggestions {
  choose: (suggestion: Suggestion) => void;
  setIndex: (index: number) => void;
  /** Whether the key was for the list. */
  handleKey: (event: KeyboardEvent) => boolean;
}

/** Offers people, channels and emoji for what is being typed. */
export function useComposerSuggestions(editor: Editor, sources: SuggestionSources): SuggestionState {
  const { i18n } = useTranslation();
  const [list] = useState(() => new SuggestionList(editor));
  useLayoutEffect(() => list.use(sources, i18n.language));
  useEffect(() => list.start(), [list]);
  const shown = useSyncExternalStore(list.subscribe, () => list.shown);

  const closeShortcode = useEffectEvent(() => {
    const closed = findClosedShortcode(editor.state);
    // One of those that people here added stays as it is written.
    if (!closed || sources.ownEmoji?.(closed.query).some(({ name }) => name === closed.query)) return;
    void replaceShortcode(editor, closed, i18n.language, sources.skinTone ?? 0);
  });
  useEffect(() => {
    const onTransaction = () => closeShortcode();
    editor.on('transaction', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
    };
  }, [editor]);
  return { ...shown, choose: list.choose, setIndex: list.setIndex, handleKey: list.handleKey };
}

async function replaceShortcode(editor: Editor, closed: Trigger, language: string, tone: number): Promise<void> {
  const emoji = await emojiOf(closed.query, language);
  const now = findClosedShortcode(editor.state);
  if (emoji && now?.from === closed.from && now.query === closed.query) editor.commands.insertContentAt({ from: now.from, to: now.to }, inSkinTone(emoji, tone));
}
