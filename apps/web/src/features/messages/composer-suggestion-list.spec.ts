// @vitest-environment jsdom
import { formatMention } from '@parvis/rich-text';
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { editorDocument, markdownFromEditor } from './composer-document.ts';
import { composerExtensions } from './composer-extensions.ts';
import { SuggestionList } from './composer-suggestion-list.ts';
import type { SuggestionSources, UserSuggestion } from './composer-suggestion-types.ts';

const alice = { id: '0190a1b2-0000-7000-8000-000000000001', name: 'Alice Martin' };
const bilal = { id: '0190a1b2-0000-7000-8000-000000000002', name: 'Bilal Haddad' };
const bianca = { id: '0190a1b2-0000-7000-8000-000000000003', name: 'Bianca Rossi' };
const mentionOf = (user: UserSuggestion) => formatMention('user', user.id, user.name);

let editor: Editor;
let host: HTMLElement;
/** What the server was asked, to be answered when the test says so. */
let asked: Map<string, (users: UserSuggestion[]) => void>;
let sent: string[];

/** A composer of Alice's, whose device knows these people. */
function open(known: UserSuggestion[], complete = false): SuggestionList {
  asked = new Map();
  sent = [];
  host = document.body.appendChild(document.createElement('div'));
  editor = new Editor({ element: host, extensions: composerExtensions(() => ''), content: editorDocument(''), injectCSS: false });
  const list = new SuggestionList(editor);
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return false;
    sent.push(markdownFromEditor(editor.getJSON()));
    return editor.commands.clearContent(true);
  };
  editor.setOptions({ editorProps: { attributes: { tabindex: '0' }, handleKeyDown: (_view, event) => list.handleKey(event) || send(event) } });
  const fits = (query: string) => known.filter(({ name }) => name.toLowerCase().startsWith(query.toLowerCase()));
  const sources: SuggestionSources = {
    myId: alice.id,
    knownUsers: (query) => ({ users: fits(query), complete }),
    findUsers: (query) => new Promise((resolve) => asked.set(query, (users) => resolve([...fits(query), ...users]))),
    knownChannels: () => [],
    commands: {
      known: (query) => ['me', 'remind', 'mute'].filter((name) => name.startsWith(query)).map((name) => ({ name, takes: '', help: '' })),
      find: () => Promise.resolve([]),
    },
  };
  list.use(sources, 'en');
  list.start();
  editor.view.focus();
  return list;
}

const type = (text: string) => {
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter));
};
const press = (key: string) => editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const written = () => markdownFromEditor(editor.getJSON());
const offered = (list: SuggestionList) => list.shown.items.map((item) => (item.kind === 'user' ? item.user.name : item.id));
const answer = async (query: string, users: UserSuggestion[]) => {
  asked.get(query)?.(users);
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
};

afterEach(() => {
  editor.destroy();
  host.remove();
});

describe('the list of suggestions', () => {
  it('offers whom the device knows at once, and those who are found below them', async () => {
    const list = open([alice, bilal]);
    type('@b');
    expect(offered(list)).toEqual(['Bilal Haddad']);
    list.setIndex(0);
    await answer('b', [bianca]);
    expect(offered(list)).toEqual(['Bilal Haddad', 'Bianca Rossi']);
    expect(list.shown.index).toBe(0);
  });

  it('chooses from what fits the last letter, however late the answers come', async () => {
    const list = open([alice, bilal]);
    type('@');
    await answer('', []);
    expect(offered(list)).toEqual(['Bilal Haddad', 'Alice Martin', 'everyone', 'here']);
    type('al');
    press('Enter');
    await answer('al', []);
    expect(written()).toBe(mentionOf(alice));
    await answer('a', [bianca]);
    expect(written()).toBe(mentionOf(alice));
  });

  it('leaves out whom an older query found', async () => {
    const list = open([bilal]);
    type('@b');
    type('i');
    await answer('b', [{ id: '4', name: 'Boris Petit' }]);
    expect(offered(list)).toEqual(['Bilal Haddad']);
    await answer('bi', [bianca]);
    expect(offered(list)).toEqual(['Bilal Haddad', 'Bianca Rossi']);
  });

  it('never takes the key for the list that is still shown', () => {
    const list = open([bianca, bilal], true);
    type('@bi');
    expect(offered(list)[0]).toBe('Bianca Rossi');
    // The editor has read the next letters; nobody has been told yet.
    editor.off('transaction');
    type('lal');
    press('Tab');
    expect(written()).toBe(mentionOf(bilal));
  });

  it('puts oneself last, and never first before the others are found', async () => {
    const list = open([alice]);
    type('@');
    expect(offered(list)).toEqual([]);
    await answer('', [bilal]);
    expect(offered(list)).toEqual(['Bilal Haddad', 'Alice Martin', 'everyone', 'here']);
  });
});

describe('a choice before there is anything to choose', () => {
  it('waits for the answer and stands where it was typed, before what came after', async () => {
    open([alice]);
    type('look, @bil');
    press('Enter');
    expect(sent).toEqual([]);
    type('?');
    await answer('bil', [bilal]);
    expect(written()).toBe(`look, ${mentionOf(bilal)} ?`);
    type('!');
    expect(written()).toBe(`look, ${mentionOf(bilal)} ?!`);
  });

  it('sends what was typed when nobody is meant', async () => {
    open([alice]);
    type('see you @noon');
    press('Enter');
    await answer('noon', []);
    expect(sent).toEqual(['see you @noon']);
  });

  it('keeps what was typed meanwhile when nobody is meant', async () => {
    open([alice]);
    type('see you @noon');
    press('Enter');
    type('!');
    await answer('noon', []);
    expect(sent).toEqual([]);
    expect(written()).toBe('see you @noon!');
  });

  it('sends it as plain text when asked a second time, and mentions nobody later', async () => {
    const list = open([alice, bianca]);
    type('hello @bil');
    press('Enter');
    press('Enter');
    expect(sent).toEqual(['hello @bil']);
    type('@bia');
    expect(offered(list)).toEqual(['Bianca Rossi']);
    await answer('bil', [bilal]);
    expect(written()).toBe('@bia');
  });

  it('mentions nobody when the text it stood for was changed', async () => {
    open([alice]);
    type('@bil');
    press('Enter');
    editor.view.dispatch(editor.state.tr.delete(3, 5));
    await answer('bil', [bilal]);
    expect(written()).toBe('@b');
  });
});

describe('commands', () => {
  it('are offered at the very beginning of a message only', () => {
    const list = open([]);
    type('/m');
    expect(offered(list)).toEqual(['me', 'mute']);
    press('ArrowDown');
    press('Enter');
    expect(written()).toBe('/mute');
    type('x /m');
    expect(offered(list)).toEqual([]);
    editor.commands.clearContent(true);
    type('see /m');
    expect(offered(list)).toEqual([]);
    editor.commands.setContent('<p>first</p><p></p>');
    editor.commands.focus('end');
    type('/m');
    expect(offered(list)).toEqual([]);
  });

  it('are run by Enter once they are written out', () => {
    const list = open([]);
    type('/me');
    expect(offered(list)).toEqual(['me']);
    press('Enter');
    expect(sent).toEqual(['/me']);
  });
});
