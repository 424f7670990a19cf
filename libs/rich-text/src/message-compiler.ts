import type { Nodes, PhrasingContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

export interface MdastMath {
  type: 'math' | 'inlineMath';
  value: string;
  /** Of inline math: written with `$$`. */
  display?: boolean;
}

export interface MdastSpoiler {
  type: 'spoiler';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    math: MdastMath;
    inlineMath: MdastMath;
    spoiler: MdastSpoiler;
  }
  interface PhrasingContentMap {
    inlineMath: MdastMath;
    spoiler: MdastSpoiler;
  }
  interface BlockContentMap {
    math: MdastMath;
  }
  interface ListItemData {
    /** Where the mark between the brackets of a task stands in the source. */
    markOffset?: number;
  }
}

/** Math and spoilers, from the tokens of `math-syntax.ts` and `spoiler-syntax.ts`. */
export const messageCompiler: Extension = {
  canContainEols: ['spoiler'],
  enter: {
    spoiler(token) {
      this.enter({ type: 'spoiler', children: [] }, token);
    },
    mathText(token) {
      this.enter({ type: 'inlineMath', value: '' }, token);
      this.buffer();
    },
    mathFlow(token) {
      this.enter({ type: 'math', value: '' }, token);
      this.buffer();
    },
  },
  exit: {
    spoiler(token) {
      this.exit(token);
    },
    mathTextValue: data,
    mathFlowValue: data,
    mathText: exitMathText,
    mathFlow: exitMathFlow,
  },
};

function data(this: CompileContext, token: Token): void {
  this.config.enter.data?.call(this, token);
  this.config.exit.data?.call(this, token);
}

function exitMathText(this: CompileContext, token: Token): void {
  const value = this.resume();
  const node = this.stack.at(-1) as Nodes | undefined;
  if (node?.type === 'inlineMath') {
    node.value = (this.data.inTable ? value.replaceAll('\\|', '|') : value).trim();
    node.display = this.sliceSerialize(token).startsWith('$$');
  }
  this.exit(token);
}

function exitMathFlow(this: CompileContext, token: Token): void {
  const value = this.resume();
  const node = this.stack.at(-1) as Nodes | undefined;
  if (node?.type === 'math') node.value = value.replace(/^(?:\r\n|[\n\r])|(?:\r\n|[\n\r])$/gu, '');
  this.exit(token);
}
