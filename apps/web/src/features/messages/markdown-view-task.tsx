import type { ListItemNode } from '@parvis/rich-text';
import { toPlainText } from '@parvis/rich-text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenderContext } from './markdown-view-context.ts';
import classes from './markdown-view.module.css';

interface TaskProps {
  node: ListItemNode;
  context: RenderContext;
  children: ReactNode;
}

/** An item with a box, which whoever may change the message's tasks can tick. */
export function Task({ node, context, children }: TaskProps) {
  const { t } = useTranslation('composer');
  const index = context.tasks.get(node);
  const { onTickTask } = context;
  const [first] = node.children;
  const name = first ? toPlainText({ type: 'root', children: [first] }) : '';
  return (
    <li className={classes.task}>
      <input
        type="checkbox"
        checked={node.checked ?? false}
        disabled={!onTickTask || index === undefined}
        aria-label={name || t(node.checked ? 'taskDone' : 'taskOpen')}
        onChange={(event) => index !== undefined && onTickTask?.(index, event.currentTarget.checked)}
      />
      <div>{children}</div>
    </li>
  );
}
