// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyServices, mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';
import { handlePaste } from './paste.ts';
import { documentHtml } from './paste-html.ts';

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, `../../../messages/composer-paste-fixtures/${name}.html`), 'utf8');

let made: MountedEditor;
beforeAll(() => {
  // jsdom has no clipboard.
  vi.stubGlobal('ClipboardEvent', Event);
});
beforeEach(() => {
  made = mountEditor();
});
afterEach(() => made.unmount());

interface Clipboard {
  html?: string;
  text?: string;
  files?: File[];
}

function paste({ html = '', text = '', files = [] }: Clipboard, services = emptyServices) {
  const data: Record<string, string> = { 'text/html': html, 'text/plain': text };
  const types = Object.keys(data).filter((type) => data[type] !== '');
  const event = { clipboardData: { types, files, getData: (type: string) => data[type] ?? '' } } as unknown as ClipboardEvent;
  const defaultPasteHandler = () => {
    made.editor.pasteMarkdown(text);
    return true;
  };
  return handlePaste({ event, editor: made.editor, defaultPasteHandler }, services);
}

/** The document as indented lines: type, what matters of its props, its text with its marks. */
function lines(blocks = made.editor.document, depth = 0): string[] {
  return blocks.flatMap((block) => {
    const props = Object.entries(block.props).filter(([name, value]) => ['level', 'checked', 'language', 'start', 'kind', 'refId'].includes(name) && value !== undefined).map(([name, value]) => ` ${name}=${String(value)}`);
    const content = Array.isArray(block.content) ? block.content.map(inline).join('') : block.content?.type === 'tableContent' ? block.content.rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' || Array.isArray(cell) ? '' : cell.content.map(inline).join(''))).join(' | ')).join(' / ') : '';
    return [`${'  '.repeat(depth)}${block.type}${props.join('')}: ${content}`, ...lines(block.children, depth + 1)];
  });
}
type Inline = Exclude<MountedEditor['editor']['document'][number]['content'], undefined | string> extends infer Content ? (Content extends readonly (infer Piece)[] ? Piece : never) : never;
function inline(piece: Inline): string {
  if (piece.type === 'link') return `[${piece.content.map(({ text }) => text).join('')}](${piece.href})`;
  if (piece.type !== 'text') return `<${piece.type} ${Object.values(piece.props).join(' ')}>`;
  const marks = Object.keys(piece.styles);
  return marks.length === 0 ? piece.text : `{${marks.join(',')} ${piece.text}}`;
}

describe('what other programs put into the clipboard', () => {
  test('Word', () => {
    paste({ html: fixture('word'), text: 'Launch plan' });
    expect(lines()).toMatchInlineSnapshot(`
      [
        "heading level=1: Launch plan",
        "paragraph: We go live on {bold Tuesday}, {italic not} {strike Monday}. See [the plan](https://parvis.example/plan).",
        "bulletListItem: Mail",
        "  numberedListItem: Customers",
        "  numberedListItem: Press",
        "bulletListItem: Party",
        "table: {bold Who} | {bold Hours} / Zoé Martin | 12",
      ]
    `);
  });

  test('Google Docs', () => {
    paste({ html: fixture('google-docs'), text: 'Minutes' });
    expect(lines()).toMatchInlineSnapshot(`
      [
        "heading level=2: Minutes",
        "paragraph: We {bold agreed}{italic  mostly} on [this](https://parvis.example/doc){code npm start}",
        "paragraph: ",
        "bulletListItem: First",
        "  bulletListItem: Inner",
        "numberedListItem start=4: {strike Fourth}",
        "checkListItem checked=true: Done",
        "table: {bold Item} | Cost | net / Desk | €40",
        "paragraph: ",
      ]
    `);
  });

  test('a spreadsheet', () => {
    paste({ html: fixture('excel'), text: 'a' });
    expect(lines()).toMatchInlineSnapshot(`
      [
        "table: Quarter | Sales |  / Q1 | 1,200.50 | net /  | 300 | gross",
      ]
    `);
  });

  test('Markdown', () => {
    paste({ text: '# Title\n\n- [x] done\n- [ ] open\n\n```js\nlet a;\n```\n\n> quoted' });
    expect(lines()).toMatchInlineSnapshot(`
      [
        "heading level=1: Title",
        "checkListItem checked=true: done",
        "checkListItem checked=false: open",
        "codeBlock language=javascript: let a;",
        "quote: quoted",
      ]
    `);
  });

  test('a hostile page: nothing that runs, loads or looks comes with it', () => {
    const html = documentHtml('<p onclick="x()">Text<script>alert(1)</script><img src="https://evil.example/p.png" onerror="x()"><a href="javascript:alert(1)">here</a><iframe src="https://evil.example"></iframe></p><style>p{}</style><p style="position:fixed">more</p>');
    expect(html).toBe('<p>Texthere</p><p>more</p>');
  });

  test('a very long page comes as its text', () => {
    paste({ html: `<div>${'<p><b>word</b></p>'.repeat(10_000)}</div>`, text: 'word' });
    expect(made.editor.document).toHaveLength(1);
  });
});

describe('what is ours', () => {
  const services = { ...emptyServices, refOfUrl: (url: string) => (url.includes('/polls/') ? { kind: 'poll' as const, id: 'p1' } : url.includes('/documents/') ? { kind: 'document' as const, id: 'd2' } : null) };

  test('the address of a document becomes a link by its title', () => {
    made.editor.insertInlineContent('See ');
    paste({ text: 'https://parvis.example/documents/d2' }, services);
    expect(lines()).toEqual(['paragraph: See <documentLink d2> ']);
  });

  test('any other is shown, and one goes on below it', () => {
    paste({ text: 'https://parvis.example/polls/p1' }, services);
    expect(lines()).toEqual(['embed kind=poll refId=p1: ', 'paragraph: ']);
    made.editor.insertInlineContent('after');
    expect(lines()[1]).toBe('paragraph: after');
  });

  test('within a text it stays an address', () => {
    made.editor.insertInlineContent('See ');
    paste({ text: 'https://parvis.example/polls/p1' }, services);
    expect(lines()[0]).toMatch(/^paragraph: See .*polls\/p1/);
  });
});

describe('files', () => {
  const picture = new File(['x'], 'cat.png', { type: 'image/png' });

  test('are uploaded, each as the block that shows it', async () => {
    paste({ files: [picture, new File(['x'], 'plan.pdf', { type: 'application/pdf' })] });
    await vi.waitFor(() => expect(made.editor.document.map(({ type, props }) => [type, 'url' in props && props.url])).toEqual([['paragraph', false], ['image', '/files/cat.png'], ['file', '/files/plan.pdf']]));
    const [, image, file] = made.editor.document;
    expect(image?.props).toMatchObject({ fileId: 'f1', url: '/files/cat.png', name: 'cat.png', mediaType: 'image/png' });
    expect(file?.props).toMatchObject({ name: 'plan.pdf' });
  });

  test('one that can’t be uploaded leaves nothing behind', async () => {
    made.unmount();
    made = mountEditor(undefined, { ...emptyServices, uploadFile: () => Promise.reject(new Error('full')) });
    paste({ files: [picture] });
    expect(made.editor.document).toHaveLength(2);
    await vi.waitFor(() => expect(made.editor.document.map(({ type }) => type)).toEqual(['paragraph']));
  });

  test('dropped, they go where they are dropped, and leave nothing behind when they can’t be uploaded', async () => {
    made.unmount();
    made = mountEditor(undefined, { ...emptyServices, uploadFile: (file) => (file.name === 'cat.png' ? Promise.reject(new Error('full')) : emptyServices.uploadFile(file)) });
    made.editor.insertInlineContent('Text');
    document.elementFromPoint = () => made.editor.domElement!.querySelector('[data-node-type="blockContainer"]');
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { types: ['Files'], files: [picture, new File(['x'], 'plan.pdf', { type: 'application/pdf' })] }, clientX: 0, clientY: 0 });
    made.editor.domElement!.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(made.editor.document.map(({ type, props }) => [type, 'url' in props && props.url])).toEqual([['paragraph', false], ['file', '/files/plan.pdf']]));
  });
});
