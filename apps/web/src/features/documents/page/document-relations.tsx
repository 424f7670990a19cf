import type { DocumentName, SeenDocument } from '@parvis/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentIcon } from '../document-icon.tsx';
import { backlinksQuery, documentsBelowQuery } from '../document-queries.ts';
import { useCreateDocument } from '../use-create-document.ts';
import classes from './document-relations.module.css';

/** Below the text: the documents below this one, and those that link to it. */
export function DocumentRelations({ seen: { document }, editable }: { seen: SeenDocument; editable: boolean }) {
  const { t } = useTranslation('documents');
  const create = useCreateDocument();
  const below = useQuery(documentsBelowQuery(document.id)).data?.documents.map((child) => child.document) ?? [];
  const from = useQuery(backlinksQuery(document.id)).data?.documents ?? [];
  return (
    <div className={classes.relations}>
      {(below.length > 0 || editable) && (
        <section>
          <h2 className={classes.heading}>{t('page.below')}</h2>
          <Names documents={below} />
          {editable && <button type="button" className={classes.row} onClick={() => void create({ parentId: document.id })}><span className={classes.icon}><IconPlus size={18} aria-hidden /></span>{t('menu.newBelow')}</button>}
        </section>
      )}
      {from.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('page.linkedFrom')}</h2>
          <Names documents={from} />
        </section>
      )}
    </div>
  );
}

function Names({ documents }: { documents: readonly DocumentName[] }) {
  const { t } = useTranslation('documents');
  if (documents.length === 0) return null;
  return (
    <ul className={classes.list}>
      {documents.map(({ id, title, icon, kind }) => (
        <li key={id}><Link to="/docs/$documentId" params={{ documentId: id }} className={classes.row}><span className={classes.icon} aria-hidden><DocumentIcon icon={icon} kind={kind} /></span><span className={classes.name}>{title || t('untitled')}</span></Link></li>
      ))}
    </ul>
  );
}
