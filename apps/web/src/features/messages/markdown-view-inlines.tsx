import type { InlineNode } from '@parvis/rich-text';
import type { MarkdownContext } from './markdown-view-context.ts';
import { MentionChip } from './mention-chip.tsx';

interface MarkdownInlinesProps {
  nodes: readonly InlineNode[];
  context: MarkdownContext;
}

export function MarkdownInlines({ nodes, context }: MarkdownInlinesProps) {
  return nodes.map((node, index) => <Inline key={index} node={node} context={context} />);
}

function Inline({ node, context }: { node: InlineNode; context: MarkdownContext }) {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'mention':
      return <MentionChip node={node} context={context} />;
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer nofollow">
          <MarkdownInlines nodes={node.children} context={context} />
        </a>
      );
    case 'strong':
    case 'emphasis':
    case 'strike': {
      const Mark = ({ strong: 'strong', emphasis: 'em', strike: 's' } as const)[node.type];
      return (
        <Mark>
          <MarkdownInlines nodes={node.children} context={context} />
        </Mark>
      );
    }
  }
}
