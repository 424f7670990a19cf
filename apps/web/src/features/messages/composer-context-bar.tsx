import { CALLOUT_KINDS } from '@parvis/rich-text';
import type { ColumnAlignment } from '@parvis/rich-text';
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconSquareCheck,
  IconTableOff,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLanguages, offeredLanguage } from '../rich-content/index.ts';
import { useEditorValue } from './composer-editor.ts';
import { alignColumns, runTableCommand } from './composer-table-commands.ts';
import type { TableCommand } from './composer-table-commands.ts';
import { isDone, isTask, toggleDone } from './composer-tasks.ts';
import { ToolRow } from './composer-tool-row.tsx';
import type { ToolButton } from './composer-tool-row.tsx';
import classes from './composer.module.css';

const tableTools = [
  [['rowBefore', IconRowInsertTop], ['rowAfter', IconRowInsertBottom], ['deleteRow', IconRowRemove]],
  [['columnBefore', IconColumnInsertLeft], ['columnAfter', IconColumnInsertRight], ['deleteColumn', IconColumnRemove]],
] as const satisfies readonly (readonly (readonly [TableCommand, ToolButton['icon']])[])[];

const alignments = [['left', IconAlignLeft], ['center', IconAlignCenter], ['right', IconAlignRight]] as const;

/** What can be done where the cursor is: with the table, the code, the task or the callout that it is in. */
export function ComposerContextBar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('composer');
  const place = useEditorValue(editor, placeOf);
  if (place === '') return null;
  const { table, align, language, task, callout } = JSON.parse(place) as Place;
  const groups: ToolButton[][] = [];
  if (task !== null) groups.push([{ name: 'done', label: t('taskDone'), icon: IconSquareCheck, pressed: task, run: () => toggleDone(editor) }]);
  if (table) {
    for (const tools of tableTools) groups.push(tools.map(([name, icon]) => ({ name, label: t(`tables.${name}`), icon, run: () => runTableCommand(editor, name) })));
    groups.push(
      alignments.map(([side, icon]) => ({
        name: side,
        label: t(`tables.align.${side}`),
        icon,
        pressed: align === side,
        run: () => alignColumns(editor, align === side ? null : side),
      })),
      [{ name: 'deleteTable', label: t('tables.deleteTable'), icon: IconTableOff, run: () => runTableCommand(editor, 'deleteTable') }],
    );
  }
  const update = (node: string, attribute: string) => (event: ChangeEvent<HTMLSelectElement>) =>
    editor.commands.updateAttributes(node, { [attribute]: event.currentTarget.value || null });
  return (
    <div className={classes.context}>
      {language !== null && (
        <select className={classes.choice} aria-label={t('codeLanguage')} value={language} onChange={update('codeBlock', 'language')}>
          <option value="">{t('codePlain')}</option>
          {[...codeLanguages, ...(language === '' || codeLanguages.some(([name]) => name === language) ? [] : [[language, language] as const])].map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      )}
      {callout !== null && (
        <select className={classes.choice} aria-label={t('calloutKind')} value={callout} onChange={update('callout', 'kind')}>
          {CALLOUT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`callout.${kind}`)}
            </option>
          ))}
        </select>
      )}
      {groups.length > 0 && <ToolRow label={t(table ? 'tables.tools' : 'taskTools')} groups={groups} onLeave={() => editor.view.focus()} />}
    </div>
  );
}

interface Place {
  table: boolean;
  align: ColumnAlignment;
  /** null: not in code; empty: in code of no language. */
  language: string | null;
  task: boolean | null;
  callout: string | null;
}

// As a string, so that it renders again only when something of it changed.
function placeOf(editor: Editor): string {
  const { nodes } = editor.schema;
  if (!nodes.table) return '';
  const place: Place = {
    table: editor.isActive('table'),
    align: editor.getAttributes('tableCell').align ?? null,
    language: editor.isActive('codeBlock') ? offeredLanguage(editor.getAttributes('codeBlock').language ?? '') : null,
    task: isTask(editor) ? isDone(editor) : null,
    callout: editor.isActive('callout') ? editor.getAttributes('callout').kind : null,
  };
  const isNowhere = !place.table && place.language === null && place.task === null && place.callout === null;
  return isNowhere ? '' : JSON.stringify(place);
}
