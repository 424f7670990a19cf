import { createReactBlockSpec } from '@blocknote/react';
import { IconEyeOff } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import { useEditorServices } from '../editor-context.ts';
import { EMBED_KINDS } from '../editor-services.ts';
import type { EmbedRef } from '../editor-services.ts';
import { emptyAgain, putRef } from '../put-ref.ts';
import classes from './blocks.module.css';
import { type AddressHandlers, EmbedAddress } from './embed-address.tsx';

function Embedded({ embed, asks }: { embed: EmbedRef; asks: AddressHandlers | null }) {
  const { t } = useTranslation('document');
  const { Embed } = useEditorServices();
  const fallback = (
    <div className={classes.unseen}>
      <IconEyeOff size={18} aria-hidden />
      {t('embedUnseen')}
    </div>
  );
  const isEmpty = embed.id === '';
  return (
    <div className={classes.embed} contentEditable={false}>
      {isEmpty && asks !== null && <EmbedAddress {...asks} />}
      {isEmpty && asks === null && fallback}
      {!isEmpty && <Suspense fallback={<div className={classes.embedRoom} />}><Embed embed={embed} fallback={fallback} /></Suspense>}
    </div>
  );
}

const addressHandlers = (editor: DocumentBlockNote, blockId: string): AddressHandlers => ({
  onChoose: (ref) => putRef(editor, blockId, ref),
  onCancel: () => emptyAgain(editor, blockId),
});

/** Something of ours, shown as its own place shows it, to those who may see it there. */
export const embedBlockSpec = createReactBlockSpec(
  { type: 'embed', propSchema: { kind: { default: 'message', values: [...EMBED_KINDS] }, refId: { default: '' } }, content: 'none' },
  {
    render: ({ block, editor }) => (
      <Embedded
        embed={{ kind: block.props.kind, id: block.props.refId }}
        asks={editor.isEditable ? addressHandlers(editor as unknown as DocumentBlockNote, block.id) : null}
      />
    ),
  },
);
