import type { BlockNode, ListItemNode, ListNode, TableNode } from '@parvis/rich-text';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from './code-block.tsx';
import { Callout } from './markdown-view-callout.tsx';
import type { RenderContext } from './markdown-view-context.ts';
import { MarkdownInlines } from './markdown-view-inlines.tsx';
import { MathView } from './markdown-view-math.tsx';
import { Task } from './markdown-view-task.tsx';
import classes from './markdown-view.module.css';

interface Rendered<Node> {
  node: Node;
  context: RenderContext;
}

// A node has no identity of its own: its place among its siblings is its key. The tree is never
// reordered; an edited message is a new tree.
export function MarkdownBlocks({ nodes, context }: { nodes: readonly BlockNode[]; context: RenderContext }) {
  return nodes.map((node, index) => <Block key={index} node={node} context={context} />);
}

function Block({ node, context }: Rendered<BlockNode>) {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <MarkdownInlines nodes={node.children} context={context} />
        </p>
      );
    case 'heading': {
      // Below the headings of the page, which end at the third level.
      const Heading = (['h4', 'h5', 'h6'] as const)[Math.min(node.depth, 3) - 1] ?? 'h6';
      return (
        <Heading>
          <MarkdownInlines nodes={node.children} context={context} />
        </Heading>
      );
    }
    case 'blockquote':
      return (
        <blockquote>
          <MarkdownBlocks nodes={node.children} context={context} />
        </blockquote>
      );
    case 'callout':
      return (
        <Callout kind={node.kind}>
          <MarkdownBlocks nodes={node.children} context={context} />
        </Callout>
      );
    case 'math':
      return <MathView value={node.value} display />;
    case 'list':
      return <List node={node} context={context} />;
    case 'code':
      return <CodeBlock language={node.language} code={node.value} />;
    case 'table':
      return <Table node={node} context={context} />;
    case 'thematicBreak':
      return <hr />;
  }
}

function List({ node, context }: Rendered<ListNode>) {
  const items = node.children.map((item, index) => <Item key={index} node={item} context={context} />);
  const className = node.spread ? classes.loose : undefined;
  return node.ordered ? (
    <ol className={className} start={node.start}>
      {items}
    </ol>
  ) : (
    <ul className={className}>{items}</ul>
  );
}

function Item({ node, context }: Rendered<ListItemNode>) {
  const blocks = <MarkdownBlocks nodes={node.children} context={context} />;
  if (node.checked === null) return <li>{blocks}</li>;
  return (
    <Task node={node} context={context}>
      {blocks}
    </Task>
  );
}

function Table({ node, context }: Rendered<TableNode>) {
  const { t } = useTranslation('composer');
  const [header, ...rows] = node.children.map((row) =>
    row.children.map((cell, column) => ({
      content: <MarkdownInlines nodes={cell.children} context={context} />,
      style: { textAlign: node.align[column] ?? undefined },
    })),
  );
  // Focusable, since a wide table scrolls and must do so without a mouse too.
  return (
    <div className={classes.tableScroll} role="region" aria-label={t('table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header?.map((cell, column) => (
              <th key={column} scope="col" style={cell.style}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={cell.style}>
                  {cell.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
