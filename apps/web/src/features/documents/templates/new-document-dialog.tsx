import { IconChalkboard, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { documentsQuery } from '../document-queries.ts';
import { useCreateDocument } from '../use-create-document.ts';
import { DocumentIcon } from '../document-icon.tsx';
import { TEMPLATES } from './begin-with.ts';
import { TemplateCard } from './template-card.tsx';
import classes from './new-document-dialog.module.css';

interface NewDocumentDialogProps extends DialogProps {
  channelId?: string;
  parentId?: string;
}

/** What a new document begins with: nothing, one of the templates that come with Parvis, or one of our own. */
export function NewDocumentDialog({ onClose, ...place }: NewDocumentDialogProps) {
  const { t } = useTranslation('documents');
  const create = useCreateDocument();
  const { data } = useQuery(documentsQuery('templates'));
  const choose = (...wanted: Parameters<typeof create>) => {
    onClose();
    void create({ ...place, ...wanted[0] }, wanted[1]);
  };
  return (
    <DialogFrame title={t('templates.title')} size="lg" onClose={onClose}>
      <div className={classes.grid}>
        <TemplateCard icon={<IconFileText size={22} />} name={t('templates.empty.name')} text={t('templates.empty.text')} onChoose={() => choose()} />
        <TemplateCard icon={<IconChalkboard size={22} />} name={t('templates.whiteboard.name')} text={t('templates.whiteboard.text')} onChoose={() => choose({ kind: 'whiteboard' })} />
        {TEMPLATES.map(({ name, icon }) => (
          <TemplateCard key={name} icon={icon} name={t(`templates.${name}.name`)} text={t(`templates.${name}.text`)} onChoose={() => choose({ title: t(`templates.${name}.title`), icon }, name)} />
        ))}
        {data?.documents.map(({ document }) => (
          <TemplateCard key={document.id} icon={<DocumentIcon icon={document.icon} kind={document.kind} size={22} />} name={document.title || t('untitled')} text={t('templates.own')} onChoose={() => choose({ copyOf: document.id, title: document.title })} />
        ))}
      </div>
    </DialogFrame>
  );
}
