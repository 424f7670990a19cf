import { createExtension } from '@blocknote/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { loadCodeHighlighter } from '../../../rich-content/index.ts';
import type { CodeToken } from '../../../rich-content/index.ts';
import { changedRanges } from '../changed-ranges.ts';

/** Characters. Beyond this, colours would make keys slow. */
const HIGHLIGHT_LIMIT = 20_000;

type Tokenise = (language: string, code: string) => readonly CodeToken[];

const key = new PluginKey<DecorationSet>('documentCodeColours');
let tokenise: Tokenise | null = null;
let loading: Promise<void> | null = null;
/** There is code to colour: seen while looking for it anyway, so that keys in other blocks cost nothing. */
let wanted = false;

const isCode = (node: Node): boolean => node.type.name === 'codeBlock';
const isPlain = ({ attrs }: Node): boolean => attrs.language === 'text';

function coloursOf(node: Node, position: number): Decoration[] {
  if (isPlain(node) || node.content.size > HIGHLIGHT_LIMIT) return [];
  wanted = true;
  if (!tokenise) return [];
  return tokenise(String(node.attrs.language), node.textContent).map(({ from, to, className }) => Decoration.inline(position + 1 + from, position + 1 + to, { class: className }));
}

function coloursBetween(doc: Node, from: number, to: number, set: DecorationSet): DecorationSet {
  let result = set;
  doc.nodesBetween(from, to, (node, position) => {
    if (!isCode(node)) return !node.isTextblock;
    result = result.remove(result.find(position, position + node.nodeSize)).add(doc, coloursOf(node, position));
    return false;
  });
  return result;
}

const allColours = (doc: Node): DecorationSet => coloursBetween(doc, 0, doc.content.size, DecorationSet.empty);

function load(): Promise<void> {
  loading ??= loadCodeHighlighter().then(
    (module) => {
      tokenise = module.tokenise;
    },
    () => {
      loading = null;
    },
  );
  return loading;
}

/** Colours the code of a document, from the first block of it on that has a language: only then is the highlighter loaded. */
export const CodeColoursExtension = createExtension(() => ({
  key: 'documentCodeColours',
  prosemirrorPlugins: [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => allColours(doc),
        apply: (transaction, before) => {
          if (transaction.getMeta(key)) return allColours(transaction.doc);
          if (!transaction.docChanged) return before;
          return changedRanges(transaction).reduce((set, [from, to]) => coloursBetween(transaction.doc, from, to, set), before.map(transaction.mapping, transaction.doc));
        },
      },
      props: { decorations: (state) => key.getState(state) },
      view: (view) => {
        const loadWhenWanted = () => {
          if (!wanted || tokenise || loading) return;
          void load().then(() => {
            if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true));
          });
        };
        loadWhenWanted();
        return { update: loadWhenWanted };
      },
    }),
  ],
}));
