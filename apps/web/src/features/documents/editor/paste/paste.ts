import type { DocumentBlockNote } from '../document-schema.ts';
import type { EditorServices, EmbedRef } from '../editor-services.ts';
import { insertRefInLine, putRef } from '../put-ref.ts';
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
function insertRef(editor: DocumentBlockNote, ref: EmbedRef): boolean {
  if (ref.kind === 'document' || ref.kind === 'person') {
    insertRefInLine(editor, ref.kind, ref.id);
    return true;
  }
  const { block } = editor.getTextCursorPosition();
  if (!Array.isArray(block.content) || block.content.length > 0) return false;
  putRef(editor, block.id, ref);
  return true;
}
