import { customEmojiId } from '@parvis/contracts/emoji';
import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { offerFor, withFound, type Offer } from './composer-suggestion-source.ts';
import type { Suggestion, SuggestionSources } from './composer-suggestion-types.ts';
import { findTrigger, type Trigger } from './composer-trigger.ts';

export interface ShownSuggestions {
  trigger: Trigger | null;
  items: readonly Suggestion[];
  index: number;
}

interface Followed extends Offer {
  trigger: Trigger;
  index: number;
}

/** Somebody chose before there was anything to choose from: what they typed waits for the answer. */
interface Held {
  from: number;
  to: number;
  text: string;
  document: Node;
}

const closed: ShownSuggestions = { trigger: null, items: [], index: 0 };

/**
 * What is offered for what is being typed. It follows the editor itself and not what was rendered of
 * it: whoever types fast chooses from a list that fits their last letter.
 */
export class SuggestionList {
  shown = closed;
  private followed: Followed | null = null;
  private held: Held | null = null;
  private dismissedAt: number | null = null;
  private sources: SuggestionSources | null = null;
  private language = 'en';
  private readonly editor: Editor;
  private readonly listeners = new Set<() => void>();

  constructor(editor: Editor) {
    this.editor = editor;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  use(sources: SuggestionSources, language: string): void {
    this.sources = sources;
    this.language = language;
  }

  start(): () => void {
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      if (this.held) this.held = { ...this.held, from: transaction.mapping.map(this.held.from, 1), to: transaction.mapping.map(this.held.to, -1) };
      this.follow();
    };
    const onBlur = () => this.follow();
    this.editor.on('transaction', onTransaction);
    this.editor.on('blur', onBlur);
    return () => {
      this.editor.off('transaction', onTransaction);
      this.editor.off('blur', onBlur);
      this.held = null;
      this.change(null);
    };
  }

  readonly setIndex = (index: number): void => {
    if (this.followed && this.followed.index !== index) this.change({ ...this.followed, index });
  };

  readonly choose = (suggestion: Suggestion): void => {
    const range = findTrigger(this.editor.state);
    if (range) this.editor.chain().focus().insertContentAt(range, content(suggestion)).run();
  };

  /** Whether the key was for the list. */
  readonly handleKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    this.follow();
    const chooses = (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey;
    if (this.held) {
      // Whoever doesn't want to wait has the text as it is.
      if (chooses || event.key === 'Escape') this.release();
      return event.key === 'Escape';
    }
    const { followed } = this;
    if (!followed || followed.trigger.from === this.dismissedAt) return false;
    const { items, index, answer } = followed;
    const chosen = items[index];
    if (!chosen) {
      if (chooses && answer) this.hold(followed.trigger, answer, event.key);
      return chooses && answer !== null;
    }
    // Written out, Enter runs it.
    if (event.key === 'Enter' && chosen.kind === 'command' && chosen.command.name === followed.trigger.query.toLowerCase()) return false;
    if (event.key === 'ArrowDown') this.setIndex((index + 1) % items.length);
    else if (event.key === 'ArrowUp') this.setIndex((index + items.length - 1) % items.length);
    else if (event.key === 'Escape') this.dismiss(followed);
    else if (chooses) this.choose(chosen);
    else return false;
    return true;
  };

  /** Compares with what is typed now. */
  private follow(): void {
    const { editor, sources } = this;
    const trigger = sources && editor.isFocused && editor.isEditable ? findTrigger(editor.state) : null;
    if (trigger?.from !== this.dismissedAt) this.dismissedAt = null;
    if (sameTrigger(this.followed?.trigger ?? null, trigger)) return;
    if (!trigger || !sources) return this.change(null);
    const offer = offerFor(trigger, sources, this.language);
    this.change({ trigger, index: 0, ...offer });
    void offer.answer?.then((found) => {
      const { followed } = this;
      if (followed?.answer === offer.answer) this.change({ ...followed, items: withFound(followed.items, found), answer: null });
    });
  }

  private dismiss(followed: Followed): void {
    this.dismissedAt = followed.trigger.from;
    this.change(followed);
  }

  private hold({ from, to }: Trigger, answer: Promise<readonly Suggestion[]>, key: string): void {
    const { doc } = this.editor.state;
    const held: Held = { from, to, text: doc.textBetween(from, to), document: doc };
    this.held = held;
    void answer.then(([first]) => {
      const { held: now, editor } = this;
      if (now?.document !== held.document || now.text !== held.text || editor.isDestroyed) return;
      this.release();
      const isThere = now.from < now.to && editor.state.doc.textBetween(now.from, now.to, '\n', '\uFFFC') === now.text;
      // What was typed meanwhile stays behind it, and so does the cursor.
      if (first && isThere) editor.commands.insertContentAt({ from: now.from, to: now.to }, content(first), { updateSelection: false });
      else if (!first && key === 'Enter' && editor.state.doc === now.document) this.pressEnter();
    });
  }

  private release(): void {
    this.held = null;
    this.change(this.followed);
  }

  /** There was nothing to choose: the key does what it does without a list. */
  private pressEnter(): void {
    const { view } = this.editor;
    const event = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true });
    view.someProp('handleKeyDown', (handle) => handle(view, event) || undefined);
  }

  private change(followed: Followed | null): void {
    this.followed = followed;
    const open = followed && !this.held && followed.trigger.from !== this.dismissedAt && followed.items.length > 0;
    const shown = open ? followed : closed;
    if (shown === this.shown) return;
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

function sameTrigger(a: Trigger | null, b: Trigger | null): boolean {
  return a?.kind === b?.kind && a?.query === b?.query && a?.from === b?.from;
}

function content(suggestion: Suggestion): JSONContent[] {
  return [inline(suggestion), { type: 'text', text: ' ' }];
}

function inline(suggestion: Suggestion): JSONContent {
  switch (suggestion.kind) {
    case 'user':
      return { type: 'mention', attrs: { kind: 'user', id: suggestion.id, label: suggestion.user.name } };
    case 'channel':
      return { type: 'mention', attrs: { kind: 'channel', id: suggestion.id, label: suggestion.name } };
    case 'group':
      return { type: 'mention', attrs: { kind: 'group', id: suggestion.id, label: suggestion.group.handle } };
    case 'everyone':
    case 'here':
      return { type: 'mention', attrs: { kind: suggestion.kind } };
    case 'emoji':
      return { type: 'text', text: customEmojiId(suggestion.emoji) === null ? suggestion.emoji : `:${suggestion.code}:` };
    case 'command':
      return { type: 'text', text: `/${suggestion.command.name}` };
  }
}
