import { createReactBlockSpec } from '@blocknote/react';
import { IconEyeOff } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import { useEditorServices } from '../editor-context.ts';
import { EMBED_KINDS } from '../editor-services.ts';
import type { EmbedRef } from '../editor-services.ts';
import { putRef } from '../put-ref.ts';
import classes from './blocks.module.css';
import { EmbedAddress } from './embed-address.tsx';

function Embedded({ embed, onChoose }: { embed: EmbedRef; onChoose: ((ref: EmbedRef) => void) | null }) {
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
      {isEmpty && onChoose !== null && <EmbedAddress onChoose={onChoose} />}
      {isEmpty && onChoose === null && fallback}
      {!isEmpty && <Suspense fallback={<div className={classes.embedRoom} />}><Embed embed={embed} fallback={fallback} /></Suspense>}
    </div>
  );
}

/** Something of ours, shown as its own place shows it, to those who may see it there. */
export const embedBlockSpec = createReactBlockSpec(
  { type: 'embed', propSchema: { kind: { default: 'message', values: [...EMBED_KINDS] }, refId: { default: '' } }, content: 'none' },
  {
    render: ({ block, editor }) => (
      <Embedded
        embed={{ kind: block.props.kind, id: block.props.refId }}
        onChoose={editor.isEditable ? (ref) => putRef(editor as unknown as DocumentBlockNote, block.id, ref) : null}
      />
    ),
  },
);
