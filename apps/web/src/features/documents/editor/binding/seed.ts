import * as Y from 'yjs';

/** Written as the same client by everybody: to Yjs it is the same change, however many make it. */
const SEED_CLIENT = 1;

let update: Uint8Array | undefined;

/**
 * The empty block of a document that nobody wrote in yet, as an update: the same bytes each time and in every
 * version. Without it two who write their first words at once would each begin a document of their own in it.
 */
export function seedUpdate(): Uint8Array {
  if (update) return update;
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  const [group, container, paragraph] = [new Y.XmlElement('blockGroup'), new Y.XmlElement('blockContainer'), new Y.XmlElement('paragraph')];
  container.setAttribute('id', 'initialBlockId');
  paragraph.insert(0, [new Y.XmlText()]);
  container.insert(0, [paragraph]);
  group.insert(0, [container]);
  doc.getXmlFragment('document').insert(0, [group]);
  update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
