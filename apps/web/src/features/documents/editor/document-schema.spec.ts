// @vitest-environment jsdom
import { DOCUMENT_SCHEMA_VERSION } from '@parvis/contracts';
import { expect, test } from 'vitest';
import { mountEditor } from './fixtures/mounted-editor.ts';

// y-prosemirror deletes what its schema doesn't know, for everybody: a client must know that it knows too little.
test('what a document can hold is what its version says: whoever changes one raises the other', () => {
  const { editor, unmount } = mountEditor();
  const { nodes, marks } = editor.pmSchema;
  const described = Object.entries({ ...nodes, ...marks }).map(([name, { spec }]) => `${name}(${Object.keys(spec.attrs ?? {}).sort().join(' ')})`);
  expect({ version: DOCUMENT_SCHEMA_VERSION, holds: described.sort() }).toMatchInlineSnapshot(`
    {
      "holds": [
        "audio(backgroundColor caption fileId mediaType name showPreview size url)",
        "backgroundColor(stringValue)",
        "blockContainer(id)",
        "blockGroup()",
        "bold()",
        "bulletListItem(backgroundColor textAlignment textColor)",
        "callout(kind)",
        "checkListItem(backgroundColor checked textAlignment textColor)",
        "code()",
        "codeBlock(language)",
        "column(id width)",
        "columnList(id)",
        "divider()",
        "doc()",
        "documentLink(documentId)",
        "embed(kind refId)",
        "file(backgroundColor caption fileId mediaType name size url)",
        "hardBreak()",
        "heading(backgroundColor isToggleable level textAlignment textColor)",
        "image(alt backgroundColor caption fileId mediaType name previewWidth showPreview size textAlignment url)",
        "inlineMath()",
        "italic()",
        "link(href)",
        "math()",
        "mention(userId)",
        "numberedListItem(backgroundColor start textAlignment textColor)",
        "paragraph(backgroundColor textAlignment textColor)",
        "quote(backgroundColor textColor)",
        "strike()",
        "table(textColor)",
        "tableCell(backgroundColor colspan colwidth rowspan textAlignment textColor)",
        "tableHeader(backgroundColor colspan colwidth rowspan textAlignment textColor)",
        "tableParagraph()",
        "tableRow()",
        "text()",
        "textColor(stringValue)",
        "toggleListItem(backgroundColor textAlignment textColor)",
        "underline()",
        "video(backgroundColor caption fileId mediaType name previewWidth showPreview size textAlignment url)",
      ],
      "version": 1,
    }
  `);
  unmount();
});
