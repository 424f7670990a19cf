import { type Clock, type StreamClient, systemClock } from '@parvis/client-sdk';
import type { MediaSource } from '@parvis/contracts';
import { AudioOutput } from './audio-output.ts';
import { rememberChoice } from './device-choice.ts';
import { DeviceWatch } from './device-watch.ts';
import { loadEffects } from './effects/load-effects.ts';
import { emptyView } from './empty-view.ts';
import { warmDevice } from './load-device.ts';
import { OwnMedia } from './local-media.ts';
import { loudness } from './loudness.ts';
import { peopleOf } from './meeting-log.ts';
import { MeetingSession } from './meeting-session.ts';
import { QualityReporter } from './quality-reporter.ts';
import type { SessionHandlers } from './session-handlers.ts';
import { rememberSending } from './remembered-sending.ts';
import { sameLocal } from './same-local.ts';
import { sharingOrder } from './sharing-order.ts';
import { ShownReactions } from './shown-reactions.ts';
import { tabDeviceId } from './tab-device.ts';
import type { EngineStores } from './engine-stores.ts';
import type { BandwidthMode, DeviceChoice, JoinOptions, LeftBecause, MeetingEngine, MeetingView, TileSize } from './types.ts';
import { whenBack } from './when-back.ts';

type EngineMethods = Omit<MeetingEngine, 'view' | 'subscribe' | 'levels' | 'subscribeLevels' | 'devices' | 'subscribeDevices' | 'choice' | 'subscribeChoice'>;

/** All of a tab's meeting: what is sent, what is received, and what the screens show of both. */
export class LoadedEngine implements EngineMethods {
  private readonly client: StreamClient | null;
  private readonly stores: EngineStores;
  private readonly clock: Clock;
  private readonly own: OwnMedia;
  private readonly output: AudioOutput;
  private readonly watch: DeviceWatch;
  private readonly reactions: ShownReactions;
  private session: MeetingSession | null = null;
  private quality: QualityReporter | null = null;
  private decided: (() => void) | null = null;
  private sessionProblem: string | null = null;
  private soundBlocked = false;
  /** Somebody else was in it while I was. */
  private met = false;
  private readonly stopping = new AbortController();

  constructor(client: StreamClient | null, stores: EngineStores, clock: Clock = systemClock) {
    this.client = client;
    this.stores = stores;
    this.clock = clock;
    this.own = new OwnMedia(() => stores.choice.read(), loadEffects(), () => {
      this.ownChanged();
    });
    this.output = new AudioOutput((blocked) => {
      this.soundBlocked = blocked;
      this.tellProblem();
    });
    this.watch = new DeviceWatch(stores.devices, () => {
      void this.own.recheck(stores.devices.read());
      void this.output.choose(stores.choice.read().speakerId);
    });
    this.reactions = new ShownReactions(stores.view, clock);
    whenBack(() => {
      this.session?.look();
    }, clock, this.stopping.signal);
    void warmDevice(client?.door ?? null);
    void tabDeviceId();
  }

  readonly join = async ({ meetingId, microphone, camera }: JoinOptions): Promise<void> => {
    const { client } = this;
    if (client === null) return;
    await this.end();
    const { local, bandwidth, pushToTalk } = this.stores.view.read();
    this.stores.view.set({ ...emptyView, local, bandwidth, pushToTalk, phase: 'joining', meetingId });
    const { api, door } = client;
    const session = new MeetingSession(meetingId, { api, door, onEvent: (listener) => client.onEvent(listener), clock: this.clock, deviceId: tabDeviceId }, this.handlersOf(meetingId));
    this.session = session;
    this.setBandwidth(bandwidth);
    void this.output.choose(this.stores.choice.read().speakerId);
    void this.watch.start();
    void this.own.microphone.set(microphone && !pushToTalk);
    void this.own.camera.set(camera);
    const decided = new Promise<void>((resolve) => {
      this.decided = resolve;
    });
    session.start();
    await decided;
  };

  readonly leave = async (): Promise<void> => {
    const { session } = this;
    if (session === null) return;
    this.over('left', null);
    await session.leave();
  };

  readonly dismiss = (): void => {
    if (this.view.phase === 'left') this.stores.view.set({ ...emptyView, bandwidth: this.view.bandwidth, pushToTalk: this.view.pushToTalk });
  };

  readonly setMicrophone = (on: boolean): Promise<void> => this.afterDevice(this.own.microphone.set(on));
  readonly setCamera = (on: boolean): Promise<void> => this.afterDevice(this.own.camera.set(on));
  readonly shareScreen = (): Promise<void> => this.own.shareScreen();

  readonly stopSharing = (): Promise<void> => {
    this.own.stopSharing();
    return Promise.resolve();
  };

  readonly setPushToTalk = (on: boolean): void => {
    this.stores.view.change({ pushToTalk: on });
    if (on) void this.own.microphone.set(false);
  };

  readonly talk = (down: boolean): void => {
    if (this.view.pushToTalk && this.own.microphone.isWanted !== down) void this.own.microphone.set(down);
  };

  readonly setBandwidth = (mode: BandwidthMode): void => {
    this.stores.view.change({ bandwidth: mode });
    if (this.session === null) return;
    this.session.remote.setBandwidth(mode);
    void this.session.publishing.limit(this.session.current, mode === 'full' ? 2 : 0);
  };

  readonly react = (emoji: string): void => {
    // A reaction that gets lost was one of that moment.
    void this.session?.ask('meeting_react', { emoji }).catch(() => undefined);
    const { me } = this.view;
    if (me !== null) this.reactions.show(me.id, emoji);
  };

  readonly showTile = (producerId: string, size: TileSize | null): void => {
    this.session?.remote.showTile(producerId, size);
  };

  readonly qualityOf: MeetingEngine['qualityOf'] = (participantId) => this.quality?.of(this.view.media[participantId]) ?? Promise.resolve(null);

  readonly preview = async ({ microphone, camera }: { microphone: boolean; camera: boolean }): Promise<void> => {
    // A mirror that is shown while one comes in already changes nothing of what was chosen to be sent.
    if (!this.isOutside) return;
    await this.afterDevice(Promise.all([this.own.microphone.set(microphone), this.own.camera.set(camera)]));
  };

  readonly stopPreview = (): void => {
    if (this.isOutside) this.own.release();
  };

  readonly choose = async (change: Partial<DeviceChoice>): Promise<void> => {
    const before = this.stores.choice.read();
    const choice = { ...before, ...change };
    this.stores.choice.set(choice);
    rememberChoice(choice);
    const differs = (...keys: (keyof DeviceChoice)[]) => keys.some((key) => before[key] !== choice[key]);
    await Promise.all([
      differs('microphoneId', 'noiseSuppression') ? this.own.microphone.renew() : null,
      differs('cameraId', 'backgroundBlur') ? this.own.camera.renew() : null,
      differs('speakerId') ? this.output.choose(choice.speakerId) : null,
    ]);
  };

  /** Signed out, or the page's workspace is another's now. */
  stop(): void {
    const { session } = this;
    this.stopping.abort();
    this.over('left', null);
    session?.stop();
    this.own.release();
    this.dismiss();
  }

  private get isOutside(): boolean {
    return this.view.phase === 'idle' || this.view.phase === 'left';
  }

  private get view(): MeetingView {
    return this.stores.view.read();
  }

  private handlersOf(meetingId: string): SessionHandlers {
    const { view, levels } = this.stores;
    return {
      outgoing: (source: MediaSource) => this.own.outgoing(source),
      stopByHost: (source) => {
        this.own.stopByHost(source);
      },
      onMe: (me) => {
        view.change({ me });
        if (me.state !== 'waiting') return;
        view.change({ phase: 'waiting' });
        this.decide();
      },
      onLog: (log) => {
        const people = peopleOf(log);
        this.met ||= people.participants.length > 1;
        view.change({ meeting: log.meeting, ...people });
      },
      onMedia: (media, heard) => {
        view.change({ media, sharing: sharingOrder(this.view.sharing, { ...this.view, media }) });
        this.output.play(heard);
      },
      onSources: (sources) => {
        view.change({ sources });
      },
      onSignal: (event) => {
        if (event.type === 'levels') levels.set(loudness(event.levels));
        else if (event.type === 'active_speaker') view.change({ activeSpeakerId: event.participantId });
        else this.takeConnection(event.participantId, event.connected);
      },
      onReaction: (participantId, emoji) => {
        if (participantId !== this.view.me?.id) this.reactions.show(participantId, emoji);
      },
      onWay: (way, well) => {
        view.change({ way, ...(way === 'looking' && { quality: null }), phase: well ? 'joined' : this.view.phase === 'joining' ? 'joining' : 'reconnecting' });
        if (!well) return;
        this.quality ??= new QualityReporter(() => this.session, this.clock, (quality) => {
          view.change({ quality });
        });
        rememberSending(meetingId, this.own);
        this.decide();
      },
      onProblem: (code) => {
        this.sessionProblem = code;
        this.tellProblem();
      },
      onOver: (because, code) => {
        this.over(because, code);
      },
    };
  }

  private ownChanged(): void {
    const local = sameLocal(this.view.local, this.own.view);
    this.stores.view.change({ local, sharing: sharingOrder(this.view.sharing, { ...this.view, local }) });
    this.session?.changed();
    if (this.view.meetingId !== null && this.session !== null) rememberSending(this.view.meetingId, this.own);
  }

  private async afterDevice(done: Promise<unknown>): Promise<void> {
    await done;
    // Names of devices are told only after one was opened.
    await this.watch.start();
  }

  private takeConnection(participantId: string, connected: boolean): void {
    const others = this.view.disconnected.filter((id) => id !== participantId);
    this.stores.view.change({ disconnected: connected ? others : [...others, participantId] });
  }

  private tellProblem(): void {
    this.stores.view.change({ problem: this.sessionProblem ?? (this.soundBlocked ? 'autoplay_blocked' : null) });
  }

  private decide(): void {
    this.decided?.();
    this.decided = null;
  }

  private async end(): Promise<void> {
    const before = this.session;
    if (before === null) return;
    this.session = null;
    this.silence();
    await before.leave();
  }

  private over(because: LeftBecause, problem: string | null): void {
    if (this.session === null) return;
    const { meetingId, meeting, bandwidth, pushToTalk } = this.view;
    const leftBecause = because === 'ended' && meeting?.kind === 'call' && !this.met ? 'unanswered' : because;
    this.session = null;
    this.silence();
    this.own.release();
    rememberSending(null, this.own);
    this.stores.view.set({ ...emptyView, phase: 'left', leftBecause, problem, meetingId, meeting, bandwidth, pushToTalk });
    this.decide();
  }

  private silence(): void {
    this.output.stop();
    this.quality?.stop();
    this.quality = null;
    this.sessionProblem = null;
    this.soundBlocked = false;
    this.met = false;
    this.stores.levels.set({});
  }
}
