import { splice } from 'micromark-util-chunked';
import { classifyCharacter } from 'micromark-util-classify-character';
import { resolveAll } from 'micromark-util-resolve-all';
import type { Code, Effects, Event, Extension, Resolver, State, Token, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    spoiler: 'spoiler';
    spoilerSequence: 'spoilerSequence';
    spoilerSequenceTemporary: 'spoilerSequenceTemporary';
  }
}

const pipe = 124;

/**
 * Spoilers, `||hidden||`, as Discord reads them: like `~~`, but never one in another, so that pairing
 * them is linear.
 */
export function spoiler(): Extension {
  const construct = { name: 'spoiler', tokenize, resolveAll: pairSequences };
  return { text: { [pipe]: construct }, insideSpan: { null: [construct] }, attentionMarkers: { null: [pipe] } };
}

const pairSequences: Resolver = (events, context) => {
  let open: number | null = null;
  for (let index = 0; index < events.length; index += 1) {
    const [step, token] = events[index] as Event;
    if (step !== 'enter' || token.type !== 'spoilerSequenceTemporary') continue;
    if (open !== null && token._close) {
      const inserted = pair(events, open, index, context);
      index = open + inserted - 1;
      open = null;
    } else if (open === null && token._open) open = index;
  }
  for (const [, token] of events) if (token.type === 'spoilerSequenceTemporary') token.type = 'data';
  return events;
};

/** Makes one span of what stands between two sequences. Returns how many events it is now. */
function pair(events: Event[], open: number, close: number, context: TokenizeContext): number {
  const opening = (events[open] as Event)[1];
  const closing = (events[close] as Event)[1];
  opening.type = 'spoilerSequence';
  closing.type = 'spoilerSequence';
  const span: Token = { type: 'spoiler', start: { ...opening.start }, end: { ...closing.end } };
  const inside = context.parser.constructs.insideSpan.null ?? [];
  const next: Event[] = [
    ['enter', span, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ...resolveAll(inside, events.slice(open + 2, close), context),
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', span, context],
  ];
  splice(events, open, close + 2 - open, next);
  return next.length;
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous, events } = this;
  const before = classifyCharacter(previous);
  let size = 0;

  return (code) => {
    if (previous === pipe && events.at(-1)?.[1].type !== 'characterEscape') return nok(code);
    effects.enter('spoilerSequenceTemporary');
    return sequence(code);
  };

  function sequence(code: Code): State | undefined {
    if (code === pipe) {
      if (size === 2) return nok(code);
      effects.consume(code);
      size += 1;
      return sequence;
    }
    if (size < 2) return nok(code);
    const token = effects.exit('spoilerSequenceTemporary');
    const after = classifyCharacter(code);
    token._open = !after || (after === 2 && Boolean(before));
    token._close = !before || (before === 2 && Boolean(after));
    return ok(code);
  }
}
