import { ensureSfuWorker } from '../ensure-sfu-worker.mjs';

let preparing;

/**
 * Makes mediasoup's worker, once, with what the other checks leave of the processor. Resolves to the
 * environment of tests: where it is, or that there is none.
 */
export function prepareSfuWorker() {
  preparing ??= ensureSfuWorker({ nice: 19 }).then((worker) => {
    if (worker) return { MEDIASOUP_WORKER_BIN: worker };
    console.log('There is no media server here (the reason is above): the tests of meetings are skipped.');
    return { PARVIS_TEST_SFU: 'off' };
  });
  return preparing;
}
