import type { Locator } from '@playwright/test';

/** Drags as a hand does, by way of what lies between: where the first of it is refused, since the page does not know yet what is dragged, the next is not. */
export async function drag(source: Locator, target: Locator, position?: { x: number; y: number }): Promise<void> {
  const { mouse } = source.page();
  await source.hover();
  await mouse.down();
  const { x, y, width, height } = (await target.boundingBox())!;
  const [toX, toY] = position ? [x + position.x, y + position.y] : [x + width / 2, y + height / 2];
  await mouse.move(toX, toY + height, { steps: 3 });
  await mouse.move(toX, toY, { steps: 3 });
  await mouse.up();
}
