import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownLineEndingOrSpace, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { INLINE_MATH_LIMIT } from './limits.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextSequence: 'mathTextSequence';
    mathTextValue: 'mathTextValue';
    mathFlow: 'mathFlow';
    mathFlowFence: 'mathFlowFence';
    mathFlowSequence: 'mathFlowSequence';
    mathFlowValue: 'mathFlowValue';
  }
}

const dollar = 36;
const backslash = 92;

/**
 * Math as Pandoc and GitHub read it, made for chats: `$x$` in a line, where an opening `$` follows no
 * letter or digit and precedes no space, and a closing one the other way round, so that prices stay
 * prices; `$$x$$` likewise; and a block between lines of `$$`. What runs over the end of its line or
 * over its limit is no math: that bounds how far an opening `$` looks.
 */
export function messageMath(): Extension {
  return {
    text: { [dollar]: { name: 'mathText', tokenize: tokenizeMathText } },
    flow: { [dollar]: { name: 'mathFlow', concrete: true, tokenize: tokenizeMathFlow } },
  };
}

function isWordCharacter(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(code));
}

function tokenizeMathText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous, events } = this;
  let open = 0;
  let close = 0;
  let length = 0;
  let last: Code = null;

  return (code) => {
    const isEscaped = previous === dollar && events.at(-1)?.[1].type === 'characterEscape';
    if ((previous === dollar && !isEscaped) || isWordCharacter(previous)) return nok(code);
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    return opening(code);
  };

  function opening(code: Code): State | undefined {
    if (code === dollar && open < 2) {
      effects.consume(code);
      open += 1;
      return opening;
    }
    if (code === null || code === dollar || markdownLineEnding(code) || (open === 1 && markdownSpace(code))) return nok(code);
    effects.exit('mathTextSequence');
    effects.enter('mathTextValue');
    return value(code);
  }

  function value(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || length > INLINE_MATH_LIMIT) return nok(code);
    if (code === dollar) {
      effects.exit('mathTextValue');
      effects.enter('mathTextSequence');
      return closing(code);
    }
    effects.consume(code);
    length += 1;
    last = code;
    return code === backslash ? escaped : value;
  }

  function escaped(code: Code): State | undefined {
    if (code !== dollar && code !== backslash) return value(code);
    effects.consume(code);
    length += 1;
    last = code;
    return value;
  }

  function closing(code: Code): State | undefined {
    if (code === dollar && close < open) {
      effects.consume(code);
      close += 1;
      return closing;
    }
    const isClosed = close === open && code !== dollar && !isWordCharacter(code);
    if (!isClosed || (open === 1 && markdownLineEndingOrSpace(last))) return nok(code);
    effects.exit('mathTextSequence');
    effects.exit('mathText');
    return ok(code);
  }
}

/** Whether the next line belongs to the same block, not merely to a paragraph that goes on lazily. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code === null) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
    };
  },
};

function tokenizeMathFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const tail = this.events.at(-1);
  const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
  const closingFence: Construct = { partial: true, tokenize: tokenizeClosing };

  return (code) => {
    effects.enter('mathFlow');
    return fence(effects, (next) => (this.interrupt ? ok(next) : effects.check(nextLine, atLineEnd, after)(next)), nok)(code);
  };

  function atLineEnd(code: Code): State | undefined {
    return effects.attempt(closingFence, after, beforeLine)(code);
  }

  function beforeLine(code: Code): State | undefined {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return lineStart;
  }

  function lineStart(code: Code): State | undefined {
    return indent > 0 && markdownSpace(code) ? factorySpace(effects, line, 'linePrefix', indent + 1)(code) : line(code);
  }

  function line(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return effects.check(nextLine, atLineEnd, after)(code);
    effects.enter('mathFlowValue');
    return content(code);
  }

  function content(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowValue');
      return line(code);
    }
    effects.consume(code);
    return content;
  }

  function after(code: Code): State | undefined {
    effects.exit('mathFlow');
    return ok(code);
  }
}

function tokenizeClosing(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (next) => (markdownSpace(next) ? factorySpace(effects, fence(effects, ok, nok), 'linePrefix', 4)(next) : fence(effects, ok, nok)(next));
  };
}

/** A line of exactly `$$`. */
function fence(effects: Effects, ok: State, nok: State): State {
  let size = 0;

  return (code) => {
    if (code !== dollar) return nok(code);
    effects.enter('mathFlowFence');
    effects.enter('mathFlowSequence');
    return sequence(code);
  };

  function sequence(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      effects.consume(code);
      size += 1;
      return sequence;
    }
    if (size < 2) return nok(code);
    effects.exit('mathFlowSequence');
    return markdownSpace(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code);
  }

  function end(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) return nok(code);
    effects.exit('mathFlowFence');
    return ok(code);
  }
}
