import { createReactBlockSpec } from '@blocknote/react';
import { IconEyeOff } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorServices } from '../editor-context.ts';
import { EMBED_KINDS } from '../editor-services.ts';
import type { EmbedRef } from '../editor-services.ts';
import classes from './blocks.module.css';

function Embedded({ embed }: { embed: EmbedRef }) {
  const { t } = useTranslation('document');
  const { Embed } = useEditorServices();
  const fallback = (
    <div className={classes.unseen}>
      <IconEyeOff size={18} aria-hidden />
      {t('embedUnseen')}
    </div>
  );
  return (
    <div className={classes.embed} contentEditable={false}>
      <Suspense fallback={<div className={classes.embedRoom} />}>{embed.id === '' ? fallback : <Embed embed={embed} fallback={fallback} />}</Suspense>
    </div>
  );
}

/** Something of ours, shown as its own place shows it, to those who may see it there. */
export const embedBlockSpec = createReactBlockSpec(
  { type: 'embed', propSchema: { kind: { default: 'message', values: [...EMBED_KINDS] }, refId: { default: '' } }, content: 'none' },
  { render: ({ block }) => <Embedded embed={{ kind: block.props.kind, id: block.props.refId }} /> },
);
