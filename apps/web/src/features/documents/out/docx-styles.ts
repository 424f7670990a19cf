import { BorderStyle, LineRuleType, ShadingType } from 'docx';
import type { IStylesOptions } from 'docx';
import { CALLOUT_KINDS } from '@parvis/rich-text';
import { CALLOUT_LOOKS, SUNKEN } from './print-looks.ts';

/** Colours as Word has them. */
const hex = (colour: string): string => colour.slice(1).toUpperCase();

const heading = (size: number, before: number) => ({ run: { size, bold: true, color: '1D1E26' }, paragraph: { spacing: { before, after: 100 }, keepNext: true } });

/** Fonts are those that every office has, or draws with the same widths. Named styles, so that whoever goes on with the document changes the looks of all at once. Sizes in half points. */
export function docxStyles(language: string): IStylesOptions {
  return {
    default: {
      document: { run: { font: 'Arial', size: 21, color: '1D1E26', language: { value: language } }, paragraph: { spacing: { after: 120, line: 290, lineRule: LineRuleType.AUTO } } },
      title: heading(44, 0), heading1: heading(32, 340), heading2: heading(27, 280), heading3: heading(23, 220),
      hyperlink: { run: { color: '3D3BB0', underline: {} } },
    },
    paragraphStyles: [
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true, color: '4A4C5C' }, paragraph: { indent: { left: 240 }, border: { left: { style: BorderStyle.SINGLE, size: 18, color: 'C9CAD6', space: 8 } } } },
      { id: 'ParvisCode', name: 'Parvis Code', basedOn: 'Normal', run: { font: 'Courier New', size: 18 }, paragraph: { spacing: { before: 80, after: 160, line: 260, lineRule: LineRuleType.AUTO }, shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(SUNKEN) } } },
      { id: 'ParvisCaption', name: 'Parvis Caption', basedOn: 'Normal', run: { size: 18, color: '5D5F70' } },
      { id: 'ParvisCard', name: 'Parvis Card', basedOn: 'Normal', paragraph: { border: { top: edge, bottom: edge, left: edge, right: edge } } },
      { id: 'ParvisRule', name: 'Parvis Rule', basedOn: 'Normal', paragraph: { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'C9CAD6', space: 1 } } } },
      { id: 'ParvisTask', name: 'Parvis Task', basedOn: 'Normal' },
      { id: 'ParvisTaskDone', name: 'Parvis Task Done', basedOn: 'Normal' },
      ...CALLOUT_KINDS.map((kind) => ({
        id: `ParvisCallout${kind}`, name: `Parvis Callout ${kind}`, basedOn: 'Normal',
        paragraph: { spacing: { before: 160, after: 200 }, indent: { left: 160, right: 160 }, border: { left: { style: BorderStyle.SINGLE, size: 24, color: hex(CALLOUT_LOOKS[kind].line), space: 8 } }, shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(CALLOUT_LOOKS[kind].fill) } },
      })),
    ],
    characterStyles: [
      { id: 'ParvisLabel', name: 'Parvis Label', run: { bold: true } },
      { id: 'ParvisInlineCode', name: 'Parvis Inline Code', run: { font: 'Courier New', size: 19, shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F0F0F4' } } },
    ],
  };
}

const edge = { style: BorderStyle.SINGLE, size: 4, color: 'D5D6E0', space: 6 };
