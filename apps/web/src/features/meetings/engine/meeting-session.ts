import { NetworkFailure } from '@parvis/client-sdk';
import type { AttachResult, EventPayload, MediaEvent, MediaSource, Participant, StreamEvent } from '@parvis/contracts';
import { MediaLink } from './media-link.ts';
import { LogFollower } from './log-follower.ts';
import type { MeetingLog } from './meeting-log.ts';
import { PacedDoor } from './paced-door.ts';
import { PartingLink } from './parting-link.ts';
import { Publishing } from './publishing.ts';
import { codeOf, refusalOf } from './refusal.ts';
import { RemoteTracks } from './remote-media.ts';
import { Repeater } from './repeater.ts';
import type { SessionDeps, SessionHandlers } from './session-handlers.ts';
import type { LeftBecause } from './types.ts';

/** Who waits in the lobby shows from time to time that they still do. Milliseconds. */
const WAITING_EVERY = 15_000;

/** My being in one meeting, from joining until it is over: joins, attaches, links, and does so again after whatever breaks. */
export class MeetingSession {
  readonly remote: RemoteTracks;
  readonly publishing: Publishing;
  private readonly meetingId: string;
  private readonly deps: SessionDeps;
  private readonly handlers: SessionHandlers;
  private readonly door: PacedDoor;
  private readonly repeater: Repeater;
  private readonly follower: LogFollower;
  private readonly undo: (() => void)[] = [];
  private me: Participant | null = null;
  private wasIn = false;
  private attached = false;
  private attachedOnce = false;
  /** Events that come while the answer to `attach` is on its way belong after it. */
  private held: MediaEvent[] | null = null;
  private linkLost = false;
  /** Media got lost on the way, and has not got through since. */
  private wasLost = false;
  /** Signalling works, and media found no way at all: where the server says that it is, it isn't for this device. */
  private unreachable = false;
  /** What a failure is about: my place in the meeting, or its media. */
  private stage: 'place' | 'media' = 'place';
  private epoch = 0;
  private over = false;
  private waitTimer: unknown = null;
  private readonly parting: PartingLink;
  current: MediaLink | null = null;

  constructor(meetingId: string, deps: SessionDeps, handlers: SessionHandlers) {
    this.meetingId = meetingId;
    this.deps = deps;
    this.handlers = handlers;
    this.door = new PacedDoor(deps.door, deps.clock);
    this.parting = new PartingLink(deps.clock);
    this.publishing = new Publishing({ outgoing: handlers.outgoing, onRefused: handlers.stopByHost });
    this.remote = new RemoteTracks(deps.clock, {
      onMedia: handlers.onMedia,
      onFailure: () => {
        this.attached = false;
        this.repeater.want();
      },
    });
    this.follower = new LogFollower(meetingId, deps.api, deps.clock, {
      onLog: (log) => {
        this.takeLog(log);
      },
      onStale: () => {
        this.repeater.want();
      },
    });
    this.repeater = new Repeater(() => this.settle(), deps.clock, (error) => {
      this.fail(error);
    });
  }

  get participantId(): string | null {
    return this.me?.id ?? null;
  }

  start(): void {
    const { door, onEvent } = this.deps;
    this.undo.push(
      onEvent((event) => {
        this.takeEvent(event);
      }),
      door.on('meeting_media', ({ meetingId, event }) => {
        if (meetingId === this.meetingId) this.takeMedia(event);
      }),
      door.on('meeting_reaction', ({ meetingId, participantId, emoji }) => {
        if (meetingId === this.meetingId) this.handlers.onReaction(participantId, emoji);
      }),
      door.onHello(() => {
        this.attached = false;
        this.follower.doubt();
        this.repeater.wake();
      }),
      door.onLost(() => {
        this.attached = false;
      }),
    );
    this.repeater.want();
  }

  /** Something of mine changed: a track, its mute. */
  changed(): void {
    this.parting.settle(this.handlers.outgoing);
    this.repeater.want();
  }

  /** The network or the person is back. */
  look(): void {
    this.current?.look();
    this.repeater.wake();
  }

  ask: PacedDoor['ask'] = (type, message) => this.door.ask(type, message);

  async leave(): Promise<void> {
    const { me, over } = this;
    this.stop();
    if (me === null || over) return;
    if (this.deps.door.isOpen) void this.deps.door.ask('meeting_detach', {}).catch(() => undefined);
    // Without an answer, the server finds by itself that I am gone.
    await this.deps.api.call('leaveMeeting', { params: { id: this.meetingId }, body: { participantId: me.id } }, { keepalive: true }).catch(() => undefined);
  }

  stop(): void {
    this.over = true;
    this.repeater.stop();
    this.remote.stop();
    this.current?.close();
    this.current = null;
    this.parting.close();
    this.follower.stop();
    this.deps.clock.clearTimeout(this.waitTimer);
    for (const undo of this.undo.splice(0)) undo();
  }

  /** One pass from wherever it stands to being there with all media; each step is left out where it is done already. */
  private async settle(): Promise<void> {
    this.stage = 'place';
    const comesIn = this.me === null;
    if (comesIn) await this.join();
    if (this.over) return;
    if (this.me?.state === 'waiting') {
      this.waitOn();
      return;
    }
    // Whoever was let in a moment ago needn't read first that they are in it.
    const attaching = comesIn && this.me !== null && this.deps.door.isOpen ? this.attach(this.me) : null;
    const [state, attached] = await Promise.allSettled([this.follower.catchUp(), attaching]);
    if (state.status === 'rejected') throw state.reason;
    // The next `hello` wants again.
    if (!this.deps.door.isOpen || this.over) return;
    this.stage = 'media';
    if (attached.status === 'rejected') throw attached.reason;
    if (!this.attached && this.me !== null) await this.attach(this.me);
    // The others are shown before mine is sent.
    this.tellWay();
    await this.current?.begun;
    if (this.current !== null && !this.over) await this.publishing.settle(this.current);
    this.tellReached();
    this.tellWay(true);
  }

  private tellReached(): void {
    this.handlers.onProblem(this.unreachable ? 'media_unreachable' : null);
  }

  private async join(): Promise<void> {
    const deviceId = await this.deps.deviceId();
    const me = await this.deps.api.call('joinMeeting', { params: { id: this.meetingId }, body: { deviceId } });
    if (this.over) {
      await this.deps.api.call('leaveMeeting', { params: { id: this.meetingId }, body: { participantId: me.id } }).catch(() => undefined);
      return;
    }
    this.takeMe(me);
    this.attached = false;
    this.follower.doubt();
  }

  private waitOn(): void {
    this.deps.clock.clearTimeout(this.waitTimer);
    this.waitTimer = this.deps.clock.setTimeout(() => {
      if (this.me?.state === 'waiting') this.me = null;
      this.repeater.want();
    }, WAITING_EVERY);
  }

  /**
   * The server speaks to this socket from now on and says what there is; where nothing of before is
   * left, all is made anew. What happens on the way is held back: it belongs after the answer.
   */
  private async attach(me: Participant): Promise<void> {
    this.held = [];
    const attached = await this.door.ask('meeting_attach', { meetingId: this.meetingId, participantId: me.id, begin: this.remote.begin });
    if (this.over) return;
    this.attached = this.attachedOnce = true;
    this.epoch = attached.epoch;
    this.handlers.onSources(attached.sources);
    this.publishing.allow(attached.sources);
    const before = this.current;
    if (before === null || this.linkLost || !attached.resumed || before.epoch !== attached.epoch) await this.relink(attached);
    if (this.over || this.current === null) return;
    if (this.current === before) this.publishing.compare(before, attached.producers.filter(({ participantId }) => participantId === me.id));
    this.remote.reset(this.current, attached.producers.filter(({ participantId }) => participantId !== me.id));
    // A restart that was asked for in vain is asked for again.
    if (this.current === before) before.look();
    const held = this.held;
    this.held = null;
    for (const event of held) this.takeTracks(event);
  }

  /** Where the link of before still works, it is left only once the new one carries all: nobody sees or hears a gap. */
  private async relink(attached: AttachResult): Promise<void> {
    const before = this.current;
    const lost = this.linkLost;
    if (lost) before?.close();
    const link = await MediaLink.open(this.door, attached, this.deps.clock, {
      onLost: () => {
        if (this.current !== link) return;
        this.unreachable = !link.wasConnected;
        this.lose();
      },
      onState: () => {
        if (this.unreachable && link.isConnected) {
          this.unreachable = false;
          this.tellReached();
        }
        this.tellWay();
      },
    });
    if (this.over) {
      link.close();
      return;
    }
    this.current = link;
    this.linkLost = false;
    if (before !== null && !lost) this.parting.take(before);
  }

  /** Nothing of the link is of use any more. */
  private lose(): void {
    this.linkLost = true;
    this.attached = false;
    this.tellReached();
    this.tellWay();
    this.repeater.want();
  }

  private takeMedia(event: MediaEvent): void {
    const link = this.current;
    switch (event.type) {
      case 'moved':
        this.linkLost ||= event.reason === 'lost';
        this.attached = false;
        this.repeater.wake();
        return;
      case 'transport_closed':
        if (link?.has(event.transportId) === true) this.lose();
        return;
      case 'levels':
      case 'connection':
        this.handlers.onSignal(event);
        return;
      default:
    }
    if (this.held !== null) this.held.push(event);
    else this.takeTracks(event);
  }

  private takeTracks(event: MediaEvent): void {
    const link = this.current;
    switch (event.type) {
      case 'active_speaker':
        this.handlers.onSignal(event);
        break;
      case 'wanted_layers':
        if (link !== null) void this.publishing.want(link, event.producerId, event.spatialLayer);
        return;
      case 'sources':
        this.takeSources(event.sources);
        return;
      case 'producer':
        if (event.producer.participantId !== this.me?.id) break;
        if (link !== null) this.publishing.takePaused(link, event.producer);
        return;
      case 'producer_closed':
        if (event.participantId !== this.me?.id) break;
        for (const [source, { producer }] of link?.sent ?? []) if (producer.id === event.producerId) link?.forget(source);
        this.repeater.want();
        return;
      default:
    }
    this.remote.take(event);
  }

  private takeSources(sources: readonly MediaSource[]): void {
    for (const source of this.current?.sent.keys() ?? []) if (!sources.includes(source)) this.handlers.stopByHost(source);
    this.publishing.allow(sources);
    this.handlers.onSources(sources);
    this.repeater.want();
  }

  private takeEvent(event: StreamEvent): void {
    if (event.type === 'meeting.admission' && event.payload.meetingId === this.meetingId) {
      if (event.payload.participantId === this.me?.id) this.takeAdmission(event.payload.state);
      return;
    }
    this.follower.take(event);
  }

  private takeAdmission(state: EventPayload<'meeting.admission'>['state']): void {
    if (state !== 'joined') {
      this.finish(state, null);
      return;
    }
    if (this.me?.state !== 'waiting') return;
    this.me = null;
    this.repeater.wake();
  }

  private takeLog(log: MeetingLog): void {
    if (log.meeting.endedAt !== null) {
      this.finish('ended', null);
      return;
    }
    this.remote.spotlightId = log.meeting.spotlightId;
    this.handlers.onLog(log);
    const mine = this.me === null ? undefined : log.participants[this.me.id];
    if (mine !== undefined) this.takeMe(mine);
    // Moved, or no longer there: attaching says which.
    const gone = this.me !== null && mine === undefined;
    if (this.attached && (gone || log.meeting.epoch > this.epoch)) {
      this.attached = false;
      this.repeater.want();
    }
  }

  private takeMe(me: Participant): void {
    this.me = me;
    if (me.state === 'joined') this.wasIn = true;
    else this.unlink();
    this.handlers.onMe(me);
  }

  /** Back in the lobby: whoever was there sends and receives nothing any more. */
  private unlink(): void {
    this.current?.close();
    this.current = null;
    this.parting.close();
    this.attachedOnce = false;
    this.remote.unlink();
  }

  /** `settled`: all that there is to carry is there. */
  private tellWay(settled = false): void {
    if (!this.attachedOnce) return;
    const link = this.linkLost ? null : this.current;
    const way = link?.way ?? 'looking';
    if (way === 'open' || (way === 'idle' && settled)) this.wasLost = false;
    else if (link?.isWell !== true) this.wasLost = true;
    this.handlers.onWay(way, !this.wasLost);
  }

  private fail(error: unknown): void {
    const refusal = refusalOf(error);
    const code = codeOf(error);
    // A part of the link is gone, or can't be made: only a new one is sure to work.
    if (this.stage === 'media' && this.attached && !(error instanceof NetworkFailure)) this.linkLost = true;
    else if (refusal === 'ended') return this.finish('ended', null);
    else if (refusal === 'join_again' && this.wasIn) this.me = null;
    else if (refusal === 'final' && this.stage === 'place') return this.wasIn && code === 'forbidden' ? this.finish('removed', null) : this.finish('failed', code);
    this.attached = false;
    this.handlers.onProblem(code);
    this.tellWay();
  }

  private finish(because: LeftBecause, code: string | null): void {
    if (this.over) return;
    this.stop();
    this.handlers.onOver(because, code);
  }
}
