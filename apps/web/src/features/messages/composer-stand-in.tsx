import { ActionIcon } from '@mantine/core';
import { MESSAGE_TEXT_LIMIT } from '@parvis/rich-text';
import { IconLetterCase, IconMoodSmile, IconSend2 } from '@tabler/icons-react';
import { Fragment, useImperativeHandle, useState } from 'react';
import type { ChangeEvent, KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComposerProps } from './composer-props.ts';
import { toolGroups } from './composer-tools.ts';
import { useToolbarShown } from './composer-toolbar-shown.ts';
import classes from './composer.module.css';

interface ComposerStandInProps extends ComposerProps {
  textBox: RefObject<HTMLTextAreaElement | null>;
  onComposing: (composing: boolean) => void;
}

/** Looks as the composer does and takes text as it does, without its editor. */
export function ComposerStandIn(props: ComposerStandInProps) {
  const { t } = useTranslation('composer');
  const [toolbarShown] = useToolbarShown();
  const { disabled = false, maxLength = MESSAGE_TEXT_LIMIT, conversationName } = props;
  const [markdown, setMarkdown] = useState(props.initialMarkdown ?? '');
  useImperativeHandle(props.ref, () => ({ focus: () => props.textBox.current?.focus(), send }));
  const canSend = !disabled && (markdown.trim() !== '' || props.filled === true) && markdown.length <= maxLength;
  const write = (text: string) => {
    setMarkdown(text);
    props.onChangeDraft?.(text);
  };
  const send = () => {
    if (!canSend) return;
    if (props.onHold) {
      props.onHold();
      return;
    }
    const command = props.onCommand?.(markdown.trim()) ?? null;
    if (command) {
      void command.then((done) => { if (done) write(''); });
      return;
    }
    props.onSend(markdown.trim());
    write('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' && markdown === '') props.onArrowUp?.();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={classes.composer} data-disabled={disabled || undefined}>
      {toolbarShown && (
        <div className={classes.toolbar} aria-hidden inert>
          {toolGroups.map((group, position) => (
            <Fragment key={group[0]?.name}>
              {position > 0 && <span className={classes.divider} />}
              {group.map((tool) => (
                <ActionIcon key={tool.name} size={30} component="span">
                  <tool.icon size={18} />
                </ActionIcon>
              ))}
            </Fragment>
          ))}
        </div>
      )}
      {props.above}
      <textarea
        ref={props.textBox}
        className={`${classes.text} ${classes.standIn}`}
        aria-label={props.label ?? t('messageTo', { name: conversationName })}
        placeholder={props.placeholder ?? t('placeholder', { name: conversationName })}
        rows={1}
        autoFocus={props.autoFocus}
        disabled={disabled}
        value={markdown}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
          write(event.currentTarget.value);
          props.onTyping?.();
        }}
        onKeyDown={onKeyDown}
        onCompositionStart={() => props.onComposing(true)}
        onCompositionEnd={() => props.onComposing(false)}
      />
      <div className={classes.actions}>
        <ActionIcon size={34} component="span" aria-hidden className={classes.tool} aria-pressed={toolbarShown}>
          <IconLetterCase size={20} />
        </ActionIcon>
        <ActionIcon size={34} component="span" aria-hidden>
          <IconMoodSmile size={20} />
        </ActionIcon>
        {props.tools}
        <div className={classes.note} />
        <ActionIcon size={34} variant="filled" color="indigo" aria-label={t('send')} disabled={!canSend} onClick={send}>
          <IconSend2 size={18} />
        </ActionIcon>
        {/* Only its place: it is for the editor. */}
        {props.sendOptions?.(false)}
      </div>
    </div>
  );
}
