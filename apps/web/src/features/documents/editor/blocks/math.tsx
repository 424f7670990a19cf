import { SourceBlockWithPreview, SourceInlineContentWithPreview, createReactBlockSpec, createReactInlineContentSpec } from '@blocknote/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMathRenderer } from '../../../rich-content/index.ts';

type Render = (value: string, display: boolean) => Node[] | null;

let renderer: Render | null = null;

/** The nodes of a formula; null while the renderer loads, or for one that isn't valid. */
function useFormula(source: string, display: boolean): { nodes: Node[] | null; isReady: boolean } {
  const [render, setRender] = useState<Render | null>(() => renderer);
  useEffect(() => {
    if (render || source === '') return;
    loadMathRenderer().then(
      ({ renderMath }) => {
        renderer = renderMath;
        setRender(() => renderMath);
      },
      () => undefined,
    );
  }, [render, source]);
  return { nodes: render && source !== '' ? render(source, display) : null, isReady: render !== null };
}

function useMathParts(source: string, display: boolean) {
  const { t } = useTranslation('document');
  const { nodes, isReady } = useFormula(source, display);
  const Holder = display ? 'div' : 'span';
  return {
    source,
    preview: nodes ? <Holder key={source} ref={(holder: HTMLElement | null) => holder?.replaceChildren(...nodes)} /> : isReady ? undefined : source,
    error: isReady && source !== '' && !nodes ? t('mathInvalid') : undefined,
    errorPreview: t('mathInvalid'),
    emptySourcePlaceholder: t(display ? 'mathEmpty' : 'mathInlineEmpty'),
    sourcePlaceholder: t('mathSource'),
  };
}

/** LaTeX set apart. */
export const mathBlockSpec = createReactBlockSpec(
  { type: 'math', propSchema: {}, content: 'plain' },
  {
    meta: { code: true, hasPreview: true },
    render: function MathBlock({ block, editor, contentRef }) {
      return <SourceBlockWithPreview block={block} editor={editor} contentRef={contentRef} {...useMathParts(block.content.map(({ text }) => text).join(''), true)} />;
    },
    toExternalHTML: ({ contentRef }) => (
      <pre data-math="">
        <code ref={contentRef} />
      </pre>
    ),
    parse: (element) => (element.tagName === 'PRE' && element.dataset.math !== undefined ? {} : undefined),
    runsBefore: ['codeBlock'],
  },
);

/** LaTeX within a line: `$x$` typed makes it. */
export const inlineMathSpec = createReactInlineContentSpec(
  { type: 'inlineMath', propSchema: {}, content: 'plain' },
  {
    meta: { code: true, hasPreview: true },
    render: function InlineMath({ inlineContent, editor, node, getPos, contentRef }) {
      return <SourceInlineContentWithPreview editor={editor} node={node} getPos={getPos} contentRef={contentRef} {...useMathParts(inlineContent.content, false)} />;
    },
    toExternalHTML: ({ contentRef }) => <code data-math="" ref={contentRef} />,
    parse: (element) => (element.tagName === 'CODE' && element.dataset.math !== undefined ? {} : undefined),
  },
);
