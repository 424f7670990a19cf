import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconSourceCode,
  IconStrikethrough,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { Fragment, useState } from 'react';
import type { ComponentType, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorValue } from './composer-editor.ts';
import classes from './composer.module.css';

interface ComposerToolbarProps {
  editor: Editor;
  disabled: boolean;
  onLink: () => void;
}

interface Tool {
  /** Of the mark or node, as the editor calls it. */
  name: string;
  label: string;
  keys?: string;
  icon: ComponentType<{ size: number }>;
  run?: (editor: Editor) => void;
}

const groups: readonly (readonly Tool[])[] = [
  [
    { name: 'bold', label: 'bold', keys: 'Ctrl+B', icon: IconBold, run: (editor) => editor.chain().focus().toggleBold().run() },
    { name: 'italic', label: 'italic', keys: 'Ctrl+I', icon: IconItalic, run: (editor) => editor.chain().focus().toggleItalic().run() },
    { name: 'strike', label: 'strike', keys: 'Ctrl+Shift+S', icon: IconStrikethrough, run: (editor) => editor.chain().focus().toggleStrike().run() },
    { name: 'link', label: 'link', keys: 'Ctrl+Shift+U', icon: IconLink },
  ],
  [
    { name: 'bulletList', label: 'bulletList', keys: 'Ctrl+Shift+8', icon: IconList, run: (editor) => editor.chain().focus().toggleBulletList().run() },
    { name: 'orderedList', label: 'orderedList', keys: 'Ctrl+Shift+7', icon: IconListNumbers, run: (editor) => editor.chain().focus().toggleOrderedList().run() },
    { name: 'blockquote', label: 'quote', keys: 'Ctrl+Shift+B', icon: IconBlockquote, run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  ],
  [
    { name: 'code', label: 'code', keys: 'Ctrl+E', icon: IconCode, run: (editor) => editor.chain().focus().toggleCode().run() },
    { name: 'codeBlock', label: 'codeBlock', keys: 'Ctrl+Alt+C', icon: IconSourceCode, run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
  ],
];

const tools = groups.flat();

/** The formatting buttons: one stop for Tab, arrow keys between them (ARIA toolbar pattern). */
export function ComposerToolbar({ editor, disabled, onLink }: ComposerToolbarProps) {
  const { t } = useTranslation('composer');
  const [stop, setStop] = useState(0);
  const active = useEditorValue(editor, (current) => tools.filter(({ name }) => current.isActive(name)).map(({ name }) => name).join(' '));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = (next + tools.length) % tools.length;
    setStop(index);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[index]?.focus();
  };
  return (
    <div role="toolbar" aria-label={t('toolbar')} className={classes.toolbar} onKeyDown={onKeyDown}>
      {groups.map((group, position) => (
        <Fragment key={group[0]?.name}>
          {position > 0 && <span className={classes.divider} aria-hidden />}
          {group.map((tool) => (
            <Tooltip key={tool.name} label={`${t(tool.label)} (${tool.keys})`}>
              <ActionIcon
                size={30}
                aria-label={t(tool.label)}
                aria-pressed={active.split(' ').includes(tool.name)}
                className={classes.tool}
                disabled={disabled}
                tabIndex={tools[stop] === tool ? 0 : -1}
                onFocus={() => setStop(tools.indexOf(tool))}
                // Focus and selection stay in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => (tool.run ? tool.run(editor) : onLink())}
              >
                <tool.icon size={18} />
              </ActionIcon>
            </Tooltip>
          ))}
        </Fragment>
      ))}
    </div>
  );
}
