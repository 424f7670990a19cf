import { NetworkFailure } from '@parvis/client-sdk';
import type { EventPayload, Participant, StreamEvent } from '@parvis/contracts';
import { LogFollower } from './log-follower.ts';
import { MediaEvents } from './media-events.ts';
import type { MediaLink } from './media-link.ts';
import type { MeetingLog } from './meeting-log.ts';
import { PacedDoor } from './paced-door.ts';
import { Publishing } from './publishing.ts';
import { codeOf, refusalOf } from './refusal.ts';
import { RemoteTracks } from './remote-media.ts';
import { Repeater } from './repeater.ts';
import type { SessionDeps, SessionHandlers } from './session-handlers.ts';
import { SessionLinks } from './session-links.ts';
import type { LeftBecause } from './types.ts';
import { WayTeller } from './way-teller.ts';

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
  private readonly links: SessionLinks;
  private readonly way: WayTeller;
  private readonly media: MediaEvents;
  private readonly undo: (() => void)[] = [];
  private me: Participant | null = null;
  private wasIn = false;
  private attached = false;
  /** What a failure is about: my place in the meeting, or its media. */
  private stage: 'place' | 'media' = 'place';
  private epoch = 0;
  private over = false;
  private waitTimer: unknown = null;

  constructor(meetingId: string, deps: SessionDeps, handlers: SessionHandlers) {
    this.meetingId = meetingId;
    this.deps = deps;
    this.handlers = handlers;
    this.door = new PacedDoor(deps.door, deps.clock);
    this.links = new SessionLinks(this.door, deps.clock, {
      onLost: this.relinkSoon,
      onReached: this.tellReached,
      onState: () => {
        this.way.tell();
      },
    });
    this.way = new WayTeller(this.links, handlers.onWay);
    this.publishing = new Publishing({ outgoing: handlers.outgoing, onRefused: handlers.stopByHost });
    this.remote = new RemoteTracks(deps.clock, { onMedia: handlers.onMedia, onFailure: this.attachSoon });
    this.media = new MediaEvents({
      links: this.links,
      publishing: this.publishing,
      remote: this.remote,
      handlers,
      participantId: () => this.participantId,
      onMoved: () => {
        this.attached = false;
        this.repeater.wake();
      },
      onLost: this.relinkSoon,
      onChanged: this.want,
    });
    this.follower = new LogFollower(meetingId, deps.api, deps.clock, { onLog: this.takeLog, onStale: this.want });
    this.repeater = new Repeater(() => this.settle(), deps.clock, this.fail);
  }

  get participantId(): string | null {
    return this.me?.id ?? null;
  }

  /** What carries media now, whole or not. */
  get current(): MediaLink | null {
    return this.links.current;
  }

  start(): void {
    const { door, onEvent } = this.deps;
    this.undo.push(
      onEvent((event) => {
        this.takeEvent(event);
      }),
      door.on('meeting_media', ({ meetingId, event }) => {
        if (meetingId === this.meetingId) this.media.take(event);
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
    this.links.changed(this.handlers.outgoing);
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
    this.links.stop();
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
    this.way.tell();
    await this.current?.begun;
    if (this.current !== null && !this.over) await this.publishing.settle(this.current);
    this.tellReached();
    this.way.tell(true);
  }

  private readonly tellReached = (): void => {
    this.handlers.onProblem(this.links.isUnreachable ? 'media_unreachable' : null);
  };

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
    this.media.hold();
    const attached = await this.door.ask('meeting_attach', { meetingId: this.meetingId, participantId: me.id, begin: this.remote.begin });
    if (this.over) return;
    this.attached = true;
    this.way.begin();
    this.epoch = attached.epoch;
    this.handlers.onSources(attached.sources);
    this.publishing.allow(attached.sources);
    const goesOn = this.links.goesOn(attached);
    if (!goesOn) await this.links.renew(attached);
    const link = this.links.current;
    if (this.over || link === null) return;
    if (goesOn) this.publishing.compare(link, attached.producers.filter(({ participantId }) => participantId === me.id));
    this.remote.reset(link, attached.producers.filter(({ participantId }) => participantId !== me.id));
    // A restart that was asked for in vain is asked for again.
    if (goesOn) link.look();
    this.media.release();
  }

  private readonly relinkSoon = (): void => {
    this.attachSoon();
    this.tellReached();
    this.way.tell();
  };

  private readonly attachSoon = (): void => {
    this.attached = false;
    this.want();
  };

  private readonly want = (): void => {
    this.repeater.want();
  };

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

  private readonly takeLog = (log: MeetingLog): void => {
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
    if (this.attached && (gone || log.meeting.epoch > this.epoch)) this.attachSoon();
  };

  private takeMe(me: Participant): void {
    this.me = me;
    if (me.state === 'joined') this.wasIn = true;
    else this.unlink();
    this.handlers.onMe(me);
  }

  private unlink(): void {
    this.links.close();
    this.way.end();
    this.remote.unlink();
  }

  private readonly fail = (error: unknown): void => {
    const refusal = refusalOf(error);
    const code = codeOf(error);
    // A part of the link is gone, or can't be made: only a new one is sure to work.
    if (this.stage === 'media' && this.attached && !(error instanceof NetworkFailure)) this.links.lose();
    else if (refusal === 'ended') return this.finish('ended', null);
    else if (refusal === 'join_again' && this.wasIn) this.me = null;
    else if (refusal === 'final' && this.stage === 'place') return this.wasIn && code === 'forbidden' ? this.finish('removed', null) : this.finish('failed', code);
    this.attached = false;
    this.handlers.onProblem(code);
    this.way.tell();
  };

  private finish(because: LeftBecause, code: string | null): void {
    if (this.over) return;
    this.stop();
    this.handlers.onOver(because, code);
  }
}
