import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './revisions-dialog.module.css';

/** Beyond this many words changed it is another text, and shown as one. */
const MOST_CHANGES = 2_000;

/** A text with the words that came, and those that went. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('messages');
  const parts = useMemo(
    () => diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES }) ?? [{ value: before, removed: true, added: false }, { value: after, added: true, removed: false }],
    [before, after],
  );
  return (
    <p className={classes.text} dir="auto">
      {parts.map(({ value, added, removed }, index) => {
        if (!added && !removed) return <span key={index}>{value}</span>;
        const Changed = added ? 'ins' : 'del';
        return (
          <Changed key={index}>
            <span className="pv-visually-hidden">[{t(added ? 'history.added' : 'history.removed')}] </span>
            {value}
          </Changed>
        );
      })}
    </p>
  );
}
