import type { ParvisSocket } from '@parvis/client-sdk';

/** What goes wrong next, each so many times. */
export interface Faults {
  /** The request is carried out, its answer lost. */
  loseAnswers: number;
  /** The request never arrives. */
  loseRequests: number;
  dropEvents: number;
  repeatEvents: number;
}

export const noFaults = (): Faults => ({ loseAnswers: 0, loseRequests: 0, dropEvents: 0, repeatEvents: 0 });

export function unreliableFetch(faults: Faults): typeof fetch {
  return async (input, init) => {
    if (faults.loseRequests > 0) {
      faults.loseRequests -= 1;
      throw new TypeError('the request was lost');
    }
    const response = await fetch(input, init);
    if (faults.loseAnswers > 0) {
      faults.loseAnswers -= 1;
      await response.body?.cancel();
      throw new TypeError('the answer was lost');
    }
    return response;
  };
}

/** A socket whose pushed events may vanish or come twice. */
export function unreliableSocket(socket: ParvisSocket, faults: Faults): ParvisSocket {
  const deliver = (listener: (event: unknown) => void) => (event: unknown) => {
    if (faults.dropEvents > 0) {
      faults.dropEvents -= 1;
      return;
    }
    listener(event);
    if (faults.repeatEvents > 0) {
      faults.repeatEvents -= 1;
      listener(event);
    }
  };
  return new Proxy(socket, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (property === 'on') {
        return (type: string, listener: (message: unknown) => void) => {
          (value as (type: string, listener: unknown) => void).call(target, type, type === 'event' ? deliver(listener) : listener);
        };
      }
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
