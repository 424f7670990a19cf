import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { loadCodeHighlighter } from '../rich-content/index.ts';
import type { CodeToken } from '../rich-content/index.ts';

/** Beyond this, colours would make keys slow. */
const HIGHLIGHT_LIMIT = 10_000;

type Tokenise = (language: string, code: string) => readonly CodeToken[];

const key = new PluginKey<DecorationSet>('codeColours');
let tokenise: Tokenise | null = null;
let loading: Promise<void> | null = null;

// Each change makes a new node of the block that it is in, and of no other.
const known = new WeakMap<Node, readonly CodeToken[]>();

function tokensOf(node: Node): readonly CodeToken[] {
  const language: unknown = node.attrs.language;
  if (!tokenise || typeof language !== 'string' || node.content.size > HIGHLIGHT_LIMIT) return [];
  const tokens = known.get(node) ?? tokenise(language, node.textContent);
  known.set(node, tokens);
  return tokens;
}

function coloursOf(doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'codeBlock') return !node.isTextblock;
    for (const { from, to, className } of tokensOf(node)) decorations.push(Decoration.inline(position + 1 + from, position + 1 + to, { class: className }));
    return false;
  });
  return DecorationSet.create(doc, decorations);
}

function hasCode(state: EditorState): boolean {
  let found = false;
  state.doc.descendants((node) => {
    found ||= node.type.name === 'codeBlock' && node.attrs.language !== null;
    return !found && !node.isTextblock;
  });
  return found;
}

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

/** Colours the code in the composer, once there is some in a language: only then is the highlighter loaded. */
export const CodeColours = Extension.create({
  name: 'codeColours',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => coloursOf(state.doc),
          apply: (transaction, before) => (transaction.docChanged || transaction.getMeta(key) ? coloursOf(transaction.doc) : before),
        },
        props: { decorations: (state) => key.getState(state) },
        view: () => ({
          update: (view) => {
            if (tokenise || loading || !hasCode(view.state)) return;
            void load().then(() => {
              if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true));
            });
          },
        }),
      }),
    ];
  },
});
