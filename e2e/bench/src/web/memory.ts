import type { CDPSession } from '@playwright/test';
import type { Stage } from './stage.ts';
import { switchTo } from './switching.ts';

export interface Memory {
  switches: number;
  /** MiB of the JavaScript heap that are kept once every conversation was opened, and after so many switches more. */
  before: number;
  after: number;
  /** After over before. */
  heap: number;
  nodes: number;
  listeners: number;
}

/** A day of going from one conversation to the next. */
export const measureMemory = (stage: Stage, switches: number): Promise<Memory> =>
  stage.withPage(async (page) => {
    await stage.open(page, stage.places[0]!);
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Performance.enable');
    const go = async (count: number): Promise<void> => {
      for (let index = 1; index <= count; index += 1) await switchTo(page, stage.places[index % stage.places.length]!);
    };
    await go(stage.places.length);
    const before = await kept(protocol);
    // Whole rounds, so that both looks are at the same conversation.
    const rounds = Math.max(1, Math.round(switches / stage.places.length));
    for (let round = 0; round < rounds; round += 1) await go(stage.places.length);
    const after = await kept(protocol);
    const ratio = (figure: keyof typeof before): number => after[figure] / before[figure];
    return { switches: rounds * stage.places.length, before: before.heap, after: after.heap, heap: ratio('heap'), nodes: ratio('nodes'), listeners: ratio('listeners') };
  });

async function kept(protocol: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  await protocol.send('HeapProfiler.enable');
  // Once more for what the first time set free.
  for (let time = 0; time < 3; time += 1) await protocol.send('HeapProfiler.collectGarbage');
  const { metrics } = await protocol.send('Performance.getMetrics');
  const read = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heap: read('JSHeapUsedSize') / 1024 / 1024, nodes: read('Nodes'), listeners: read('JSEventListeners') };
}
