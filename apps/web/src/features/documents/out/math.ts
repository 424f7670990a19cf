import { loadMathRenderer } from '../../rich-content/index.ts';

type Render = Awaited<ReturnType<typeof loadMathRenderer>>['renderMath'];

let render: Render | undefined;

/** Before a document with formulas is written. */
export async function loadMath(): Promise<void> {
  render ??= (await loadMathRenderer()).renderMath;
}

/** A formula as the `<math>` element that says it; null for one that isn't valid. */
export const mathElement = (source: string, display: boolean): Element | null =>
  render?.(source, display)?.flatMap((node) => (node instanceof Element ? [...node.querySelectorAll('math')] : []))[0] ?? null;
