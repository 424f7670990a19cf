/** Pixels between tiles. */
export const GAP = 8;
const WIDE = 16 / 9;
const UPRIGHT = 5 / 4;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The columns that make `count` tiles largest in this space. Faces fill tiles from wide ones to such as a phone held upright has; upright ones count for less, as cameras' pictures lose their sides in them. */
export function fitGrid(count: number, space: { width: number; height: number }): Grid {
  let best: Grid = { columns: 1, rows: Math.max(1, count), width: 0, height: 0 };
  let most = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const roomX = Math.max(0, (space.width - GAP * (columns - 1)) / columns);
    const roomY = Math.max(0, (space.height - GAP * (rows - 1)) / rows);
    const height = Math.min(roomY, roomX * UPRIGHT);
    const width = Math.min(roomX, height * WIDE);
    const worth = width * height * Math.min(1, width / height) ** 2;
    if (worth > most) {
      most = worth;
      best = { columns, rows, width: Math.floor(width), height: Math.floor(height) };
    }
  }
  return best;
}

/** Below this a face is no face any more, in pixels. */
const SMALLEST = { width: 150, height: 100 };
const MOST = 25;

/** As many tiles as can be told apart in this space. */
export function capacityOf({ width, height }: { width: number; height: number }): number {
  const columns = Math.max(1, Math.floor((width + GAP) / (SMALLEST.width + GAP)));
  const rows = Math.max(1, Math.floor((height + GAP) / (SMALLEST.height + GAP)));
  return Math.min(MOST, columns * rows);
}
