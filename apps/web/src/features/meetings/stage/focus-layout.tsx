import { useTranslation } from 'react-i18next';
import { tileKey, type Arrangement, type Tile } from './arrange.ts';
import classes from './stage.module.css';
import { StageTile } from './tile.tsx';

interface FocusLayoutProps {
  main: Tile;
  others: readonly Tile[];
  beside: Arrangement['beside'];
}

/** One thing large; the others in a strip that scrolls, or myself in a corner. */
export function FocusLayout({ main, others, beside }: FocusLayoutProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.focus} data-beside={beside}>
      <div className={classes.large}><StageTile tile={main} size="large" /></div>
      {others.length > 0 && (
        <div className={classes.beside} role="group" aria-label={t('others')} tabIndex={beside === 'strip' ? 0 : undefined}>
          {others.map((tile) => <div key={tileKey(tile)} className={classes.besideTile}><StageTile tile={tile} size="small" /></div>)}
        </div>
      )}
    </div>
  );
}
