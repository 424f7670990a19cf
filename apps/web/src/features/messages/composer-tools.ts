import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconEyeOff,
  IconInfoSquareRounded,
  IconItalic,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconMathFunction,
  IconSourceCode,
  IconStrikethrough,
  IconTable,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A formatting button as it looks; what it does is in `composer-tool-actions.ts`, which loads with the editor. */
export interface Tool {
  /** Of the mark or node, as the editor calls it. */
  name: string;
  /** Its text's key. */
  label: string;
  keys?: string;
  icon: ComponentType<{ size: number }>;
}

export const toolGroups = [
  [
    { name: 'bold', label: 'bold', keys: 'Ctrl+B', icon: IconBold },
    { name: 'italic', label: 'italic', keys: 'Ctrl+I', icon: IconItalic },
    { name: 'strike', label: 'strike', keys: 'Ctrl+Shift+S', icon: IconStrikethrough },
    { name: 'link', label: 'link', keys: 'Ctrl+Shift+U', icon: IconLink },
  ],
  [
    { name: 'bulletList', label: 'bulletList', keys: 'Ctrl+Shift+8', icon: IconList },
    { name: 'orderedList', label: 'orderedList', keys: 'Ctrl+Shift+7', icon: IconListNumbers },
    { name: 'task', label: 'taskList', keys: 'Ctrl+Shift+9', icon: IconListCheck },
    { name: 'blockquote', label: 'quote', keys: 'Ctrl+Shift+B', icon: IconBlockquote },
    { name: 'callout', label: 'calloutBlock', icon: IconInfoSquareRounded },
  ],
  [
    { name: 'code', label: 'code', keys: 'Ctrl+E', icon: IconCode },
    { name: 'codeBlock', label: 'codeBlock', keys: 'Ctrl+Alt+C', icon: IconSourceCode },
    { name: 'math', label: 'math', icon: IconMathFunction },
    { name: 'table', label: 'table', icon: IconTable },
    { name: 'spoiler', label: 'spoiler', icon: IconEyeOff },
  ],
] as const satisfies readonly (readonly Tool[])[];

export type ToolName = (typeof toolGroups)[number][number]['name'];
