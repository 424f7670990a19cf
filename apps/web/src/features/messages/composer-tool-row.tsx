import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { Fragment, useState } from 'react';
import type { ComponentType, KeyboardEvent } from 'react';
import classes from './composer.module.css';

export interface ToolButton {
  name: string;
  label: string;
  /** Shown with the label. */
  keys?: string | undefined;
  icon: ComponentType<{ size: number }>;
  /** undefined: a button that does something, not one that is on or off. */
  pressed?: boolean | undefined;
  disabled?: boolean | undefined;
  run: () => void;
}

interface ToolRowProps {
  label: string;
  groups: readonly (readonly ToolButton[])[];
  /** Puts the focus into the text, before the next key. */
  onLeave: () => void;
}

/** A row of buttons: one stop for Tab, arrow keys between them, Escape back to the text (ARIA toolbar pattern). */
export function ToolRow({ label, groups, onLeave }: ToolRowProps) {
  const tools = groups.flat();
  const [chosen, setStop] = useState(0);
  const stop = Math.min(chosen, tools.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
      return;
    }
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const next = { ArrowRight: stop + rtl, ArrowLeft: stop - rtl, Home: 0, End: tools.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = (next + tools.length) % tools.length;
    setStop(index);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('button')[index]?.focus();
  };
  return (
    <div role="toolbar" aria-label={label} className={classes.toolbar} onKeyDown={onKeyDown}>
      {groups.map((group, position) => (
        <Fragment key={group[0]?.name}>
          {position > 0 && <span className={classes.divider} aria-hidden />}
          {group.map((tool) => (
            <Tooltip key={tool.name} label={tool.keys ? `${tool.label} (${tool.keys})` : tool.label}>
              <ActionIcon
                size={30}
                aria-label={tool.label}
                aria-pressed={tool.pressed}
                aria-disabled={tool.disabled || undefined}
                data-disabled={tool.disabled || undefined}
                className={classes.tool}
                data-tool={tool.name}
                tabIndex={tools[stop] === tool ? 0 : -1}
                onFocus={() => setStop(tools.indexOf(tool))}
                // Focus and selection stay in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  if (tool.disabled) return;
                  tool.run();
                  // At once: the next key is for the text, not for this button again.
                  onLeave();
                }}
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
