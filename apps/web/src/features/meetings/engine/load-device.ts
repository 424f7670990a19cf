import type { Device, types } from 'mediasoup-client';

let known: { capabilities: string; device: Device } | null = null;

/** Its code is there when it is needed: whoever looks in the mirror is about to come in. */
export const warmDevice = (): void => void import('mediasoup-client').catch(() => undefined);

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
