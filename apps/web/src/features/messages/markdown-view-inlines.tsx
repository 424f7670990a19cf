import type { InlineNode } from '@parvis/rich-text';
import type { RenderContext } from './markdown-view-context.ts';
import { MathView } from './markdown-view-math.tsx';
import { Spoiler } from './markdown-view-spoiler.tsx';
import { MarkdownText } from './markdown-view-text.tsx';
import { MentionChip } from './mention-chip.tsx';

interface MarkdownInlinesProps {
  nodes: readonly InlineNode[];
  context: RenderContext;
}

export function MarkdownInlines({ nodes, context }: MarkdownInlinesProps) {
  return nodes.map((node, index) => <Inline key={index} node={node} context={context} />);
}

function Inline({ node, context }: { node: InlineNode; context: RenderContext }) {
  switch (node.type) {
    case 'text':
      return <MarkdownText text={node.value} context={context} />;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'inlineMath':
      return <MathView value={node.value} display={false} />;
    case 'spoiler':
      return (
        <Spoiler node={node}>
          <MarkdownInlines nodes={node.children} context={context} />
        </Spoiler>
      );
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
