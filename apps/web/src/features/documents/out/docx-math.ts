import { Math as DocxMath, MathFraction, MathRadical, MathRun, MathSubScript, MathSubSuperScript, MathSuperScript, TextRun } from 'docx';
import type { MathComponent, ParagraphChild } from 'docx';
import { mathElement } from './math.ts';

/** A formula that word processors can edit; what isn't valid stays LaTeX. */
export function docxMath(source: string, display: boolean): ParagraphChild {
  const math = mathElement(source, display);
  if (!math) return new TextRun({ text: source, style: 'ParvisInlineCode' });
  return new DocxMath({ children: parts(math) });
}

const parts = (element: Element): MathComponent[] => [...element.children].flatMap(part);

function part(element: Element): MathComponent[] {
  const [first, second, third] = [...element.children].map((child) => part(child));
  switch (element.localName) {
    case 'annotation': return [];
    case 'mfrac': return [new MathFraction({ numerator: first ?? [], denominator: second ?? [] })];
    case 'msup': case 'mover': return [new MathSuperScript({ children: first ?? [], superScript: second ?? [] })];
    case 'msub': case 'munder': return [new MathSubScript({ children: first ?? [], subScript: second ?? [] })];
    case 'msubsup': case 'munderover': return [new MathSubSuperScript({ children: first ?? [], subScript: second ?? [], superScript: third ?? [] })];
    case 'msqrt': return [new MathRadical({ children: parts(element) })];
    case 'mroot': return [new MathRadical({ children: first ?? [], degree: second ?? [] })];
    case 'mi': case 'mn': case 'mo': case 'mtext': case 'ms': return [new MathRun(element.textContent ?? '')];
    case 'mspace': return [new MathRun(' ')];
    default: return parts(element);
  }
}
