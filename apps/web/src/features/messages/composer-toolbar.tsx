import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import type { Editor } from '@tiptap/core';
import { Fragment, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorValue } from './composer-editor.ts';
import { toolGroups } from './composer-tools.ts';
import classes from './composer.module.css';

interface ComposerToolbarProps {
  editor: Editor;
  disabled: boolean;
  onLink: () => void;
}

const tools = toolGroups.flat();

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
      {toolGroups.map((group, position) => (
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
