import type { Editor, JSONContent } from '@tiptap/core';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findSuggestions } from './composer-suggestion-source.ts';
import type { Suggestion, SuggestionSources } from './composer-suggestion-types.ts';
import { findClosedShortcode, findTrigger } from './composer-trigger.ts';
import type { Trigger } from './composer-trigger.ts';

export interface SuggestionState {
  trigger: Trigger | null;
  items: readonly Suggestion[];
  index: number;
  choose: (suggestion: Suggestion) => void;
  setIndex: (index: number) => void;
  /** Whether the key was for the list. */
  handleKey: (event: KeyboardEvent) => boolean;
}

const none: readonly Suggestion[] = [];

/** Follows what is typed and offers people, channels and emoji for it. */
export function useComposerSuggestions(editor: Editor, sources: SuggestionSources): SuggestionState {
  const { i18n } = useTranslation();
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [items, setItems] = useState(none);
  const [index, setIndex] = useState(0);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);

  const follow = useEffectEvent(() => {
    const found = editor.isFocused && editor.isEditable ? findTrigger(editor.state) : null;
    if (found?.from !== dismissedAt) setDismissedAt(null);
    setTrigger((before) => (sameTrigger(before, found) ? before : found));
    const closed = findClosedShortcode(editor.state);
    if (closed) void replaceShortcode(editor, closed, i18n.language);
  });
  useEffect(() => {
    const onTransaction = () => follow();
    editor.on('transaction', onTransaction);
    editor.on('blur', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
      editor.off('blur', onTransaction);
    };
  }, [editor]);

  const find = useEffectEvent((wanted: Trigger) => findSuggestions(wanted, sources, i18n.language));
  useEffect(() => {
    if (!trigger) {
      setItems(none);
      return;
    }
    let current = true;
    find(trigger).then(
      (found) => {
        if (!current) return;
        setItems(found);
        setIndex(0);
      },
      // Without suggestions (offline, say) what was typed stays as text.
      () => current && setItems(none),
    );
    return () => {
      current = false;
    };
  }, [trigger]);

  const open = trigger !== null && trigger.from !== dismissedAt && items.length > 0;
  const choose = useCallback(
    (suggestion: Suggestion) => {
      // What was typed since the list was shown belongs to it too.
      const range = findTrigger(editor.state);
      if (range) editor.chain().focus().insertContentAt({ from: range.from, to: range.to }, [content(suggestion), { type: 'text', text: ' ' }]).run();
    },
    [editor],
  );
  const handleKey = useCallback(
    (event: KeyboardEvent): boolean => {
      if (!open || event.ctrlKey || event.metaKey || event.altKey) return false;
      const chosen = items[index];
      if (event.key === 'ArrowDown') setIndex((index + 1) % items.length);
      else if (event.key === 'ArrowUp') setIndex((index + items.length - 1) % items.length);
      else if (event.key === 'Escape') setDismissedAt(trigger.from);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) choose(chosen);
      else return false;
      return true;
    },
    [open, items, index, trigger, choose],
  );
  return { trigger: open ? trigger : null, items: open ? items : none, index, choose, setIndex, handleKey };
}

function sameTrigger(a: Trigger | null, b: Trigger | null): boolean {
  return a?.kind === b?.kind && a?.query === b?.query && a?.from === b?.from;
}

function content(suggestion: Suggestion): JSONContent {
  switch (suggestion.kind) {
    case 'user':
      return { type: 'mention', attrs: { kind: 'user', id: suggestion.id, label: suggestion.user.name } };
    case 'channel':
      return { type: 'mention', attrs: { kind: 'channel', id: suggestion.id, label: suggestion.name } };
    case 'everyone':
      return { type: 'mention', attrs: { kind: 'everyone' } };
    case 'emoji':
      return { type: 'text', text: suggestion.emoji };
  }
}

async function replaceShortcode(editor: Editor, closed: Trigger, language: string): Promise<void> {
  const { emojiOf } = await import('./emoji-shortcodes.ts');
  const emoji = await emojiOf(closed.query, language);
  const now = findClosedShortcode(editor.state);
  if (emoji && now?.from === closed.from && now.query === closed.query) editor.commands.insertContentAt({ from: now.from, to: now.to }, emoji);
}
