import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../../app/dialog-frame.tsx';
import type { DialogProps } from '../../../app/screens.ts';
import { useCreateDocument } from '../use-create-document.ts';
import { TemplateCards } from './template-cards.tsx';
import classes from './new-document-dialog.module.css';

interface NewDocumentDialogProps extends DialogProps {
  channelId?: string;
  parentId?: string;
}

/** What a new document begins with: nothing, one of the templates that come with Parvis, or one of our own. */
export function NewDocumentDialog({ onClose, ...place }: NewDocumentDialogProps) {
  const { t } = useTranslation('documents');
  const create = useCreateDocument();
  const choose = (...wanted: Parameters<typeof create>) => {
    onClose();
    void create({ ...place, ...wanted[0] }, wanted[1]);
  };
  return (
    <DialogFrame title={t('templates.title')} size="lg" onClose={onClose}>
      <div className={classes.grid}>
        <TemplateCards onChoose={choose} />
      </div>
    </DialogFrame>
  );
}
