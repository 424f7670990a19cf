import { en, fr } from '@blocknote/core/locales';
import { locales as columns } from '@blocknote/xl-multi-column';
import type { Language } from '@parvis/contracts';
import i18next from 'i18next';

/** The texts of BlockNote: its own, but for those that say something else here. */
export function editorDictionary(language: Language) {
  const texts = language === 'fr' ? fr : en;
  const t = i18next.getFixedT(language);
  const kinds = { image: t('document:upload.image'), video: t('document:upload.video'), audio: t('document:upload.audio'), file: t('document:upload.file') };
  return {
    ...texts,
    placeholders: { ...texts.placeholders, default: t('document:placeholder'), emptyDocument: undefined },
    file_panel: { ...texts.file_panel, upload: { ...texts.file_panel.upload, title: t('document:upload.title'), file_placeholder: kinds, upload_error: t('document:upload.failed') } },
    multi_column: columns[language],
  };
}
