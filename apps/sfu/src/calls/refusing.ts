import { SfuError } from '../rooms/sfu-error.ts';

/** What mediasoup does not accept of what a client said is the client's fault, not ours. */
export async function refusing<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw new SfuError('invalid_request', error instanceof Error ? error.message : String(error));
  }
}
