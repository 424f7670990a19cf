import type { Store } from './store.ts';
import type { DeviceList } from './types.ts';

const none: DeviceList = { microphones: [], cameras: [], speakers: [] };

/** The machine's devices as they come and go. Their names are told only once one of them was opened. */
export class DeviceWatch {
  readonly store: Store<DeviceList>;
  private readonly onChange: () => void;
  private watching = false;

  constructor(store: Store<DeviceList>, onChange: () => void) {
    this.store = store;
    this.onChange = onChange;
  }

  async start(): Promise<void> {
    const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
    if (!this.watching && devices !== undefined) {
      this.watching = true;
      devices.addEventListener('devicechange', () => {
        void this.refresh().then(this.onChange);
      });
    }
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
    const all = await devices?.enumerateDevices().catch(() => []) ?? [];
    // Before one was opened they have no ids: there is nothing to choose yet.
    const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== '');
    this.store.set(all.length === 0 ? none : { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') });
  }
}

/** What a device is known by. The system's default keeps its id and changes its group. */
export interface UsedDevice {
  deviceId?: string | undefined;
  groupId?: string | undefined;
}

/** Whether another device than the used one should be: the wanted one came back, mine went away, or the system's default is another now. */
export function shouldSwap(used: UsedDevice, wantedId: string | null, present: readonly UsedDevice[]): boolean {
  if (present.length === 0) return false;
  const wanted = present.find(({ deviceId }) => deviceId === wantedId);
  if (wanted !== undefined) return used.deviceId !== wanted.deviceId;
  const same = present.find(({ deviceId }) => deviceId === used.deviceId);
  if (same === undefined) return true;
  return used.deviceId === 'default' && same.groupId !== used.groupId;
}
