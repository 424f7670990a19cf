import { IconChalkboard, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DocumentIcon } from '../document-icon.tsx';
import { documentsQuery } from '../document-queries.ts';
import type { useCreateDocument } from '../use-create-document.ts';
import { TEMPLATES } from './begin-with.ts';
import { TemplateCard } from './template-card.tsx';

/** What a document can begin with: nothing, a whiteboard, one of the templates that come with Parvis, or one of our own. */
export function TemplateCards({ onChoose }: { onChoose: (...wanted: Parameters<ReturnType<typeof useCreateDocument>>) => void }) {
  const { t } = useTranslation('documents');
  const { data } = useQuery(documentsQuery('templates'));
  return (
    <>
      <TemplateCard icon={<IconFileText size={22} />} name={t('templates.empty.name')} text={t('templates.empty.text')} onChoose={() => onChoose()} />
      <TemplateCard icon={<IconChalkboard size={22} />} name={t('templates.whiteboard.name')} text={t('templates.whiteboard.text')} onChoose={() => onChoose({ kind: 'whiteboard' })} />
      {TEMPLATES.map(({ name, icon }) => (
        <TemplateCard key={name} icon={icon} name={t(`templates.${name}.name`)} text={t(`templates.${name}.text`)} onChoose={() => onChoose({ title: t(`templates.${name}.title`), icon }, name)} />
      ))}
      {data?.documents.map(({ document }) => (
        <TemplateCard key={document.id} icon={<DocumentIcon icon={document.icon} kind={document.kind} size={22} />} name={document.title || t('untitled')} text={t('templates.own')} onChoose={() => onChoose({ copyOf: document.id, title: document.title })} />
      ))}
    </>
  );
}
