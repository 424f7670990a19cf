import type { DocumentBlockNote } from '../document-schema.ts';
import type { EditorServices, EmbedRef } from '../editor-services.ts';
import { insertFiles } from './insert-files.ts';
import { documentHtml, hasText } from './paste-html.ts';

interface Pasted {
  event: ClipboardEvent;
  editor: DocumentBlockNote;
  defaultPasteHandler: () => boolean | undefined;
}

/** Of an editor: of ours, or of one that shows code. BlockNote knows what to do with both. */
const OWN_FORMATS = ['blocknote/html', 'vscode-editor-data'];

/** Takes what is pasted: cleaned, as blocks, and an address of ours as what it stands for. */
export function handlePaste({ event, editor, defaultPasteHandler }: Pasted, { refOfUrl }: Pick<EditorServices, 'refOfUrl'>): boolean | undefined {
  const data = event.clipboardData;
  const { $from } = editor.prosemirrorState.selection;
  if (!data || $from.parent.type.spec.code || OWN_FORMATS.some((format) => data.types.includes(format))) return defaultPasteHandler();
  const text = data.getData('text/plain').trim();
  const ref = /^https?:\S+$/u.test(text) && editor.prosemirrorState.selection.empty ? refOfUrl(text) : null;
  if (ref && insertRef(editor, ref)) return true;
  const html = data.getData('text/html');
  const files = [...data.files];
  if (files.length > 0 && !hasText(html)) {
    void insertFiles(editor, files);
    return true;
  }
  if (html === '' || !hasText(html)) return defaultPasteHandler();
  editor.pasteHTML(documentHtml(html));
  return true;
}

/** A document and a person go into the line; anything else is shown, where nothing else is in the block. */
function insertRef(editor: DocumentBlockNote, { kind, id }: EmbedRef): boolean {
  if (kind === 'document') editor.insertInlineContent([{ type: 'documentLink', props: { documentId: id } }, ' '], { updateSelection: true });
  else if (kind === 'person') editor.insertInlineContent([{ type: 'mention', props: { userId: id } }, ' '], { updateSelection: true });
  else {
    const { block } = editor.getTextCursorPosition();
    if (!Array.isArray(block.content) || block.content.length > 0) return false;
    const made = editor.updateBlock(block, { type: 'embed', props: { kind, refId: id } });
    const [next] = editor.insertBlocks([{ type: 'paragraph' }], made, 'after');
    if (next) editor.setTextCursorPosition(next);
  }
  return true;
}
