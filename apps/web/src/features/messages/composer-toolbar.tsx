import { IconMarkdown } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { useEditorValue } from './composer-editor.ts';
import { isToolActive, toolActions } from './composer-tool-actions.ts';
import { ToolRow } from './composer-tool-row.tsx';
import type { ToolButton } from './composer-tool-row.tsx';
import { toolGroups } from './composer-tools.ts';

interface ComposerToolbarProps {
  editor: Editor;
  disabled: boolean;
  onLink: () => void;
  /** Whether the Markdown source is being written. */
  source: boolean;
  onToggleSource: () => void;
}

type Shown = (typeof toolGroups)[number][number] & { keys?: string };

const tools: readonly Shown[] = toolGroups.flat();

/** The formatting buttons, and the switch between them and Markdown. */
export function ComposerToolbar({ editor, disabled, onLink, source, onToggleSource }: ComposerToolbarProps) {
  const { t } = useTranslation('composer');
  const active = useEditorValue(editor, (current) => (source ? '' : tools.filter(({ name }) => isToolActive(current, name)).map(({ name }) => name).join(' ')));
  const button = ({ name, label, keys, icon }: Shown): ToolButton => ({
    name,
    label: t(label),
    keys,
    icon,
    pressed: active.split(' ').includes(name),
    disabled,
    run: () => (name === 'link' ? onLink() : toolActions[name](editor)),
  });
  const sourceSwitch: ToolButton = { name: 'source', label: t('source'), icon: IconMarkdown, pressed: source, disabled, run: onToggleSource };
  const groups = source ? [[sourceSwitch]] : [...toolGroups.map((group) => group.map(button)), [sourceSwitch]];
  return <ToolRow label={t('toolbar')} groups={groups} onLeave={() => editor.view.focus()} />;
}
