import { createReactInlineContentSpec } from '@blocknote/react';
import { IconFileText } from '@tabler/icons-react';
import { useEditorServices } from '../editor-context.ts';
import classes from './blocks.module.css';

function Mention({ userId }: { userId: string }) {
  const { PersonName, openLink } = useEditorServices();
  return (
    <button type="button" className={classes.mention} contentEditable={false} onClick={() => openLink({ kind: 'person', userId })}>
      @<PersonName userId={userId} />
    </button>
  );
}

function DocumentLink({ documentId }: { documentId: string }) {
  const { DocumentTitle, openLink } = useEditorServices();
  return (
    <button type="button" className={classes.documentLink} contentEditable={false} onClick={() => openLink({ kind: 'document', documentId })}>
      <IconFileText size="1em" aria-hidden />
      <DocumentTitle documentId={documentId} />
    </button>
  );
}

/** A person, shown by the name that they have when it is read. */
export const mentionSpec = createReactInlineContentSpec(
  { type: 'mention', propSchema: { userId: { default: '' } }, content: 'none' },
  { render: ({ inlineContent }) => <Mention userId={inlineContent.props.userId} /> },
);

/** Another document, shown by the title that it has when it is read. */
export const documentLinkSpec = createReactInlineContentSpec(
  { type: 'documentLink', propSchema: { documentId: { default: '' } }, content: 'none' },
  { render: ({ inlineContent }) => <DocumentLink documentId={inlineContent.props.documentId} /> },
);
