import type { SocketDoor } from '@parvis/client-sdk';
import type { Device, types } from 'mediasoup-client';

let known: { capabilities: string; device: Device } | null = null;

/** Ready when it is needed, as far as can be: whoever looks in the mirror is about to come in. */
export async function warmDevice(door: SocketDoor | null): Promise<void> {
  const code = import('mediasoup-client');
  try {
    await Promise.all([code, door && opened(door)]);
    const answer = await door?.ask('meeting_prepare', {});
    if (answer?.routerRtpCapabilities != null) await loadDevice(answer.routerRtpCapabilities);
  } catch {
    // Coming in does all of it again, and says what is wrong.
  }
}

function opened(door: SocketDoor): Promise<void> {
  if (door.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    const undo = door.onHello(() => {
      undo();
      resolve();
    });
  });
}

/** What this browser can receive; null while nothing is known of the router. */
export const receivable = (): types.RtpCapabilities | null => known?.device.recvRtpCapabilities ?? null;

/** Whether what was offered for `receivable` is right for this router. */
export const isLoadedFor = (routerRtpCapabilities: unknown): boolean => known?.capabilities === JSON.stringify(routerRtpCapabilities);

/** mediasoup's view of this browser beside what the router offers; the same router is not asked twice. */
export async function loadDevice(routerRtpCapabilities: unknown): Promise<Device> {
  const capabilities = JSON.stringify(routerRtpCapabilities);
  if (known?.capabilities === capabilities) return known.device;
  const { Device: MediasoupDevice } = await import('mediasoup-client');
  const device = await MediasoupDevice.factory();
  await device.load({ routerRtpCapabilities: routerRtpCapabilities as types.RtpCapabilities });
  known = { capabilities, device };
  return device;
}
