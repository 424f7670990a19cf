import type { MediaSource } from '@parvis/contracts';
import { CapturedDevice, type Capture } from './captured-device.ts';
import { problemOf } from './device-problem.ts';
import { offSource } from './empty-view.ts';
import { openCamera, openMicrophone, openScreen } from './open-device.ts';
import type { DeviceChoice, DeviceList, LocalMedia, LocalSource } from './types.ts';

/** What is to be sent of a source; null: nothing, and the others are told so. */
export interface Outgoing {
  readonly track: MediaStreamTrack;
  readonly paused: boolean;
}

/** Changes a device's track before it is sent; loaded when it is first wanted. */
export interface Effects {
  microphone(raw: MediaStreamTrack): Promise<Capture>;
  camera(raw: MediaStreamTrack): Promise<Capture>;
}

interface Shared {
  video: MediaStreamTrack;
  audio: MediaStreamTrack | null;
}

/** My four sources. The screen's sound is a source of its own: stopping the one never touches the microphone. */
export class OwnMedia {
  readonly microphone: CapturedDevice;
  readonly camera: CapturedDevice;
  private readonly choice: () => DeviceChoice;
  private readonly onChange: () => void;
  private shared: Shared | null = null;
  private screenProblem: LocalSource['problem'] = null;
  private asking = false;
  private audioByHost = false;

  constructor(choice: () => DeviceChoice, effects: Effects, onChange: () => void) {
    this.choice = choice;
    this.onChange = onChange;
    this.microphone = new CapturedDevice({
      keepsOpen: true, onChange,
      open: async () => {
        const raw = await openMicrophone(choice());
        return choice().noiseSuppression ? effects.microphone(raw) : plain(raw);
      },
    });
    this.camera = new CapturedDevice({
      keepsOpen: false, onChange,
      open: async () => {
        const raw = await openCamera(choice());
        return choice().backgroundBlur ? effects.camera(raw) : plain(raw);
      },
    });
  }

  get view(): LocalMedia {
    const { shared } = this;
    const screen: LocalSource = shared !== null
      ? { state: 'on', problem: null, track: shared.video }
      : this.screenProblem === null ? { ...offSource, state: this.asking ? 'starting' : 'off' } : { state: 'failed', problem: this.screenProblem, track: null };
    const audio: LocalSource = shared?.audio == null ? offSource : { state: this.audioByHost ? 'muted_by_host' : 'on', problem: null, track: shared.audio };
    return { microphone: this.microphone.state, camera: this.camera.state, screen, screen_audio: audio };
  }

  outgoing(source: MediaSource): Outgoing | null {
    const { state, track } = this.view[source];
    if (track === null) return null;
    return { track, paused: state === 'muted' || state === 'muted_by_host' };
  }

  async shareScreen(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.screenProblem = null;
    this.onChange();
    try {
      const next = await openScreen();
      if (next !== null) this.share(next);
    } catch (error) {
      this.screenProblem = problemOf(error);
    } finally {
      this.asking = false;
      this.onChange();
    }
  }

  stopSharing(): void {
    const { shared } = this;
    this.shared = null;
    this.screenProblem = null;
    shared?.video.stop();
    shared?.audio?.stop();
    this.onChange();
  }

  /** A host stopped it, or it may not be sent any more. */
  stopByHost(source: MediaSource): void {
    if (source === 'microphone') void this.microphone.muteByHost();
    else if (source === 'camera') void this.camera.muteByHost();
    else if (source === 'screen') this.stopSharing();
    else {
      this.audioByHost = true;
      this.onChange();
    }
  }

  async recheck(devices: DeviceList): Promise<void> {
    const { microphoneId, cameraId } = this.choice();
    await Promise.all([this.microphone.recheck(microphoneId, devices.microphones), this.camera.recheck(cameraId, devices.cameras)]);
  }

  release(): void {
    this.stopSharing();
    this.microphone.release();
    this.camera.release();
  }

  private share(next: Shared): void {
    const before = this.shared;
    this.shared = next;
    this.audioByHost = false;
    before?.video.stop();
    before?.audio?.stop();
    // The browser's own bar, or the window that was shown is closed.
    next.video.addEventListener('ended', () => {
      if (this.shared === next) this.stopSharing();
    }, { once: true });
    next.audio?.addEventListener('ended', () => {
      if (this.shared !== next) return;
      next.audio = null;
      this.onChange();
    }, { once: true });
  }
}

export const plain = (raw: MediaStreamTrack): Capture => ({
  raw, output: raw,
  stop: () => {
    raw.stop();
  },
});
