import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tileKey, type Tile } from './arrange.ts';
import { capacityOf, fitGrid, GAP } from './fit-grid.ts';
import classes from './stage.module.css';
import { StageTile } from './tile.tsx';
import { useSpace } from './use-space.ts';

/** All in one size, in pages when they are many. */
export function GridLayout({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useTranslation('meetings');
  const [ref, space] = useSpace();
  const [wanted, setPage] = useState(0);
  const perPage = capacityOf(space);
  const pages = Math.max(1, Math.ceil(tiles.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const shown = tiles.slice(page * perPage, (page + 1) * perPage);
  const { columns, width, height } = fitGrid(pages > 1 ? perPage : shown.length, space);
  const size = { width, height };
  return (
    <div className={classes.gridFrame}>
      <div ref={ref} className={classes.gridSpace}>
        {space.width > 0 && (
          <div className={classes.grid} style={{ gap: GAP, maxWidth: columns * width + (columns - 1) * GAP }}>
            {shown.map((tile) => <StageTile key={tileKey(tile)} tile={tile} style={size} />)}
          </div>
        )}
      </div>
      {pages > 1 && (
        <div className={classes.pages}>
          <ActionIcon size={36} aria-label={t('page.previous')} disabled={page === 0} onClick={() => setPage(page - 1)}><IconChevronLeft size={20} aria-hidden /></ActionIcon>
          <span>{t('page.of', { page: page + 1, pages })}</span>
          <ActionIcon size={36} aria-label={t('page.next')} disabled={page === pages - 1} onClick={() => setPage(page + 1)}><IconChevronRight size={20} aria-hidden /></ActionIcon>
        </div>
      )}
    </div>
  );
}
