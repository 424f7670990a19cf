import { mathElement } from './math.ts';

export interface MathRun {
  text: string;
  italic?: true;
  raised?: true;
  lowered?: true;
}

/** A formula on one line, for what can't set it: raised, lowered and slanted letters; what isn't valid stays LaTeX. */
export function mathRuns(source: string): MathRun[] {
  const math = mathElement(source, false);
  return math ? parts(math) : [{ text: source }];
}

const parts = (element: Element): MathRun[] => [...element.children].flatMap(part);
const raised = (runs: MathRun[]): MathRun[] => runs.map((run) => (run.lowered ? run : { ...run, raised: true }));
const lowered = (runs: MathRun[]): MathRun[] => runs.map((run) => (run.raised ? run : { ...run, lowered: true }));
const plain = (runs: readonly MathRun[]): string => runs.map(({ text }) => text).join('');
const grouped = (runs: MathRun[]): MathRun[] => (plain(runs).length > 1 ? [{ text: '(' }, ...runs, { text: ')' }] : runs);

function part(element: Element): MathRun[] {
  const [first = [], second = [], third = []] = [...element.children].map(part);
  switch (element.localName) {
    case 'annotation': return [];
    case 'mfrac': return [...grouped(first), { text: ' / ' }, ...grouped(second)];
    case 'msup': case 'mover': return [...first, ...raised(second)];
    case 'msub': case 'munder': return [...first, ...lowered(second)];
    case 'msubsup': case 'munderover': return [...first, ...lowered(second), ...raised(third)];
    case 'msqrt': return [{ text: '√' }, ...grouped(parts(element))];
    case 'mroot': return [...raised(second), { text: '√' }, ...grouped(first)];
    case 'mi': return [{ text: element.textContent ?? '', ...(element.getAttribute('mathvariant') !== 'normal' && (element.textContent ?? '').length === 1 && { italic: true as const }) }];
    case 'mo': {
      const sign = (element.textContent ?? '').replaceAll('\u2061', '');
      return [{ text: /^[=<>≤≥≠+−∼≈→⇒∈⊂×⋅±]$/u.test(sign) ? ` ${sign} ` : sign }];
    }
    case 'mn': case 'mtext': case 'ms': return [{ text: element.textContent ?? '' }];
    case 'mspace': return [{ text: ' ' }];
    default: return parts(element);
  }
}
