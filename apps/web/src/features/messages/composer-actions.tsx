import { ActionIcon, Button } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconLetterCase, IconSend2 } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiPickerButton } from '../emoji/index.ts';
import classes from './composer.module.css';

interface ComposerActionsProps {
  editor: Editor;
  disabled: boolean;
  editing: boolean;
  canSend: boolean;
  toolbarShown: boolean;
  onToggleToolbar: () => void;
  onSend: () => void;
  onCancel: (() => void) | undefined;
  tools: ReactNode;
  sendOptions: ((canSend: boolean) => ReactNode) | undefined;
  hint: string | null;
  /** Characters that may still be written; negative when over the limit. */
  left: number;
  reasonId: string;
}

/** From here on the remaining characters are counted. */
const COUNT_FROM = 1_000;

/** The row below the text: formatting, emoji, what is left to write, and Send. */
export function ComposerActions(props: ComposerActionsProps) {
  const { editor, disabled, canSend, toolbarShown, onSend } = props;
  const { t } = useTranslation('composer');
  const toggleLabel = t(toolbarShown ? 'hideToolbar' : 'showToolbar');
  return (
    <div className={classes.actions}>
      <Tooltip label={toggleLabel}>
        <ActionIcon size={34} aria-label={toggleLabel} aria-pressed={toolbarShown} className={classes.tool} onClick={props.onToggleToolbar}>
          <IconLetterCase size={20} />
        </ActionIcon>
      </Tooltip>
      <EmojiPickerButton disabled={disabled} onPick={(emoji) => editor.chain().focus().insertContent(emoji).run()} />
      {props.tools}
      <div className={classes.note} data-over={props.left < 0 || undefined} id={props.reasonId} role="status">
        {props.left < 0 && t('over', { count: -props.left })}
        {props.left >= 0 && props.left <= COUNT_FROM && t('left', { count: props.left })}
        {props.left > COUNT_FROM && props.hint}
      </div>
      {props.editing ? (
        <>
          <Button size="compact-md" variant="default" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
          <Button size="compact-md" aria-disabled={!canSend} data-disabled={!canSend || undefined} onClick={onSend}>
            {t('save')}
          </Button>
        </>
      ) : (
        <Tooltip label={t('send')}>
          <ActionIcon size={34} variant="filled" color="indigo" aria-label={t('send')} disabled={!canSend} aria-describedby={props.reasonId} onClick={onSend}>
            <IconSend2 size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {!props.editing && props.sendOptions?.(canSend)}
    </div>
  );
}
