import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextDifference } from '../../messages/index.ts';
import { blockChanges, type BlockChange } from './block-changes.ts';
import classes from './history.module.css';
import { readBlocks } from './read-blocks.ts';

interface MomentChangesProps {
  before: readonly Uint8Array[];
  after: readonly Uint8Array[];
}

/** What was added, removed and changed from one moment to another, said by signs and words as well as by colour. */
export function MomentChanges({ before, after }: MomentChangesProps) {
  const { t } = useTranslation('documents');
  const changes = useMemo(() => blockChanges(readBlocks(before), readBlocks(after)), [before, after]);
  if (changes.every(({ kind }) => kind === 'same')) return <p className={classes.nothing}>{t('history.nothing')}</p>;
  return <ul className={classes.changes}>{changes.map((change, index) => <Change key={index} change={change} />)}</ul>;
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

function Change({ change }: { change: BlockChange }) {
  const { t } = useTranslation('documents');
  if (change.kind === 'same') return <li className={classes.same}>{t('history.same', { count: change.count })}</li>;
  const { kind, block } = change;
  const before = change.kind === 'changed' ? change.before.text : kind === 'removed' ? block.text : '';
  return (
    <li className={classes.change} data-change={kind} style={{ '--depth': block.depth } as React.CSSProperties}>
      <span className={classes.sign} aria-hidden>{SIGNS[kind]}</span>
      <span className={classes.what}>{[t(`history.kind.${kind}`), change.kind === 'changed' && change.look && t('history.look')].filter(Boolean).join(' · ')}</span>
      {block.text === '' && before === '' ? <p className={classes.empty}>{t('history.noText')}</p> : <TextDifference before={before} after={kind === 'removed' ? '' : block.text} />}
    </li>
  );
}
