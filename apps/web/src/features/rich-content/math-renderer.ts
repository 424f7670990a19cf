import katex from 'katex';
import './math.css';

/** Longer or deeper math isn't set: browsers lay out MathML by recursion. */
const LENGTH_LIMIT = 5_000;
const DEPTH_LIMIT = 80;

/** Sets LaTeX as MathML nodes; null when it isn't valid, or costs too much. */
export function renderMath(value: string, display: boolean): Node[] | null {
  if (value.length > LENGTH_LIMIT) return null;
  const holder = document.createElement('span');
  try {
    katex.render(value, holder, { output: 'mathml', displayMode: display, throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200, maxSize: 20 });
  } catch {
    return null;
  }
  return depthOf(holder) > DEPTH_LIMIT ? null : [...holder.childNodes];
}

function depthOf(root: Element): number {
  let depth = 0;
  for (let level: Element[] = [root]; level.length > 0; level = level.flatMap((element) => [...element.children])) depth += 1;
  return depth;
}
