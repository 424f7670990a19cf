import { MESSAGE_TEXT_LIMIT } from '@parvis/rich-text';
import { useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeColours as colours } from '../rich-content/index.ts';
import { ComposerActions } from './composer-actions.tsx';
import { ComposerContextBar } from './composer-context-bar.tsx';
import { useComposerDraft } from './composer-draft.ts';
import { isBlank, useComposerEditor, useEditorValue, useTextBoxAttributes } from './composer-editor.ts';
import { handleComposerKey, keepsEnter } from './composer-keys.ts';
import { ComposerLinkForm } from './composer-link-form.tsx';
import type { ComposerProps } from './composer-props.ts';
import rich from './composer-rich.module.css';
import { ComposerWithSourceMode } from './composer-source-mode.tsx';
import type { SourceModeProps } from './composer-source-mode.tsx';
import { useComposerSuggestions } from './composer-suggestion-state.ts';
import { ComposerSuggestions } from './composer-suggestions.tsx';
import { ComposerToolbar } from './composer-toolbar.tsx';
import { useToolbarShown } from './composer-toolbar-shown.ts';
import classes from './composer.module.css';

export type { ComposerHandle, ComposerProps } from './composer-props.ts';

/** Where a message is written, shown as it will look or as Markdown. Hands out Markdown (`@parvis/rich-text`). */
export function Composer(props: ComposerProps) {
  return <ComposerWithSourceMode {...props} Body={ComposerBody} />;
}

function ComposerBody(props: ComposerProps & SourceModeProps) {
  const { t } = useTranslation('composer');
  const { editing = false, disabled = false, maxLength = MESSAGE_TEXT_LIMIT, onCancel } = props;
  const host = useRef<HTMLDivElement>(null);
  /** A command is being run. */
  const running = useRef(false);
  const listId = useId();
  const reasonId = useId();
  const [linkFormShown, setLinkFormShown] = useState(false);
  const [toolbarShown, toggleToolbar] = useToolbarShown();
  const [enterSends] = useState(() => !window.matchMedia('(pointer: coarse)').matches);

  const editor = useComposerEditor({
    host,
    initialMarkdown: props.initialMarkdown ?? '',
    source: props.source,
    placeholder: props.placeholder ?? t('placeholder', { name: props.conversationName }),
    editable: !disabled,
    autoFocus: props.autoFocus ?? editing,
    onKeyDown: (event) => {
      if (suggestions.handleKey(event)) return true;
      if (event.key === 'ArrowUp' && props.onArrowUp && editor.isEmpty) {
        props.onArrowUp();
        return true;
      }
      return handleComposerKey(editor, event, { send, cancel: onCancel, openLink: () => setLinkFormShown(!props.source), enterSends });
    },
    onChange: () => {
      draft.changed();
      if (!editor.isEmpty) props.onTyping?.();
    },
  });
  const { draft, length } = useComposerDraft(editor, (markdown) => props.onChangeDraft?.(markdown));
  const suggestions = useComposerSuggestions(editor, props);
  const isEmpty = useEditorValue(editor, ({ state }) => isBlank(state.doc));
  const enterStays = useEditorValue(editor, (current) => enterSends && keepsEnter(current));
  const isOver = length > maxLength;

  function send(): void {
    draft.flush();
    const markdown = draft.read();
    if (disabled || (markdown === '' && !props.filled) || markdown.length > maxLength) return;
    if (props.onHold) {
      props.onHold();
      return;
    }
    const command = editing || running.current ? null : (props.onCommand?.(markdown) ?? null);
    if (command) {
      running.current = true;
      void command.then((done) => {
        running.current = false;
        if (editor.isDestroyed) return;
        if (!done) editor.commands.focus();
        else if (draft.read() === markdown) clear();
      });
      return;
    }
    if (running.current) return;
    props.onSend(markdown);
    if (!editing) clear();
  }

  function clear(): void {
    editor.commands.clearContent(true);
    draft.flush();
  }

  useImperativeHandle(props.ref, () => ({ focus: () => void editor.commands.focus(), send }));
  const attributes = {
    'aria-label': props.label !== undefined ? props.label : editing ? t('editMessage') : t('messageTo', { name: props.conversationName }),
    'aria-multiline': 'true',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': suggestions.trigger ? listId : undefined,
    'aria-activedescendant': suggestions.trigger ? `${listId}-${suggestions.index}` : undefined,
    'aria-describedby': isOver ? reasonId : undefined,
    'aria-disabled': disabled ? 'true' : undefined,
  };
  useTextBoxAttributes(editor, attributes);

  return (
    <div className={classes.composer} data-composer data-disabled={disabled || undefined} data-editing={editing || undefined}>
      <ComposerSuggestions id={listId} state={suggestions} />
      {toolbarShown && (
        <ComposerToolbar
          editor={editor}
          disabled={disabled}
          onLink={() => setLinkFormShown(true)}
          source={props.source}
          onToggleSource={() => props.onToggleSource(draft.read())}
        />
      )}
      {!disabled && <ComposerContextBar editor={editor} />}
      {linkFormShown && <ComposerLinkForm editor={editor} onClose={() => setLinkFormShown(false)} />}
      {props.above}
      <div
        ref={host}
        className={`${classes.text} ${rich.rich} ${colours.colours}`}
        data-source={props.source || undefined}
        onMouseDown={(event) => event.target === event.currentTarget && editor.commands.focus('end')}
      />
      <ComposerActions
        editor={editor}
        disabled={disabled}
        editing={editing}
        canSend={!disabled && (!isEmpty || props.filled === true) && !isOver}
        tools={props.tools}
        sendOptions={props.sendOptions}
        toolbarShown={toolbarShown}
        onToggleToolbar={toggleToolbar}
        onSend={send}
        onCancel={onCancel}
        hint={enterStays && !isEmpty ? t('sendHint') : null}
        left={maxLength - length}
        reasonId={reasonId}
      />
    </div>
  );
}
