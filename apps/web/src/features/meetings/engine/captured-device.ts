import { problemOf } from './device-problem.ts';
import { shouldSwap, type UsedDevice } from './device-watch.ts';
import { offSource } from './empty-view.ts';
import type { DeviceProblem, LocalSource } from './types.ts';

/** A device's track and what is made of it: the same one without any effect. */
export interface Capture {
  readonly raw: MediaStreamTrack;
  readonly output: MediaStreamTrack;
  stop(): void;
}

export interface CapturedDeviceOptions {
  open: () => Promise<Capture>;
  /** The microphone stays open while muted, so that unmuting is at once; the camera's light goes out. */
  keepsOpen: boolean;
  onChange: () => void;
}

/** My microphone or camera: what is wanted of it, what there is, and the way from one to the other. */
export class CapturedDevice {
  private readonly options: CapturedDeviceOptions;
  private capture: Capture | null = null;
  private wanted = false;
  private byHost = false;
  private starting = false;
  private stale = false;
  private problem: DeviceProblem | null = null;
  private running: Promise<void> | null = null;
  private released = true;

  constructor(options: CapturedDeviceOptions) {
    this.options = options;
  }

  get state(): LocalSource {
    const { capture, problem } = this;
    const track = capture?.output ?? null;
    if (this.starting && track === null) return { state: 'starting', problem: null, track };
    if (this.byHost && !this.wanted) return { state: 'muted_by_host', problem, track };
    if (track === null) return problem === null ? offSource : { state: 'failed', problem, track };
    return { state: this.wanted ? 'on' : 'muted', problem, track };
  }

  get isWanted(): boolean {
    return this.wanted;
  }

  set(on: boolean): Promise<void> {
    this.wanted = on;
    this.released = false;
    if (on) this.byHost = false;
    if (!on) this.problem = null;
    return this.settle();
  }

  muteByHost(): Promise<void> {
    this.byHost = true;
    this.wanted = false;
    return this.settle();
  }

  /** Another one was chosen, or another effect: taken up again, without a pause between. */
  renew(): Promise<void> {
    if (this.capture === null) return Promise.resolve();
    this.stale = true;
    return this.settle();
  }

  /** Devices came or went. */
  recheck(wantedId: string | null, present: readonly UsedDevice[]): Promise<void> {
    if (this.capture === null) return this.wanted && present.length > 0 ? this.settle() : Promise.resolve();
    return shouldSwap(this.capture.raw.getSettings(), wantedId, present) ? this.renew() : Promise.resolve();
  }

  release(): void {
    this.wanted = this.byHost = false;
    this.released = true;
    this.problem = null;
    this.drop();
    this.options.onChange();
  }

  /** Until what there is is what is wanted, also when that changes on the way. */
  private settle(): Promise<void> {
    this.enable();
    this.options.onChange();
    this.running ??= this.run().finally(() => {
      this.running = null;
      this.enable();
      this.options.onChange();
    });
    return this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      if (!this.wanted && !this.options.keepsOpen) this.drop();
      const open = this.wanted ? this.capture === null || this.stale : this.capture !== null && this.stale;
      if (!open || this.released) return;
      if (!(await this.open())) return;
    }
  }

  private async open(): Promise<boolean> {
    this.starting = true;
    this.stale = false;
    this.options.onChange();
    try {
      const next = await this.options.open();
      this.problem = null;
      if (this.released) next.stop();
      else this.take(next);
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      // A choice that can't be had takes nothing away from what there is.
      if (this.capture?.raw.readyState === 'ended') this.drop();
      if (this.capture === null && !this.options.keepsOpen) this.wanted = false;
      return false;
    } finally {
      this.starting = false;
    }
  }

  private take(next: Capture): void {
    this.drop();
    this.capture = next;
    next.raw.addEventListener('ended', () => {
      if (this.capture === next) void this.renew();
    }, { once: true });
    this.enable();
  }

  private drop(): void {
    this.capture?.stop();
    this.capture = null;
  }

  private enable(): void {
    if (this.capture === null) return;
    this.capture.raw.enabled = this.wanted;
    this.capture.output.enabled = this.wanted;
  }
}
