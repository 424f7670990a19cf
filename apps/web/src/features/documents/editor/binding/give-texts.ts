import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';

/**
 * Every block that this transaction made for text has one, also while it is empty: two who write the first
 * words of a block at once would otherwise each make a text of their own in it, of which y-prosemirror keeps one.
 */
export function giveTexts(transaction: Y.Transaction, schema: Schema): void {
  const { doc, beforeState } = transaction;
  const written = doc.store.clients.get(doc.clientID) ?? [];
  const since = beforeState.get(doc.clientID) ?? 0;
  const empty: Y.XmlElement[] = [];
  for (let index = written.length - 1; index >= 0 && written[index]!.id.clock >= since; index -= 1) {
    const item = written[index]!;
    if (item.deleted || !(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlElement && type.length === 0 && schema.nodes[type.nodeName]?.inlineContent === true) empty.push(type);
  }
  for (const element of empty) element.insert(0, [new Y.XmlText()]);
}
