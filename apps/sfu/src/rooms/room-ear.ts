import type { types } from 'mediasoup';
import type { Room } from './room.ts';
import type { SentTrack } from './sent-track.ts';

/** As often as faces are worth highlighting anew; who is below this is silent (dBov). */
const INTERVAL_MS = 300;
const THRESHOLD_DB = -60;
const LOUDEST = 20;

export interface RoomObservers {
  readonly levels: types.AudioLevelObserver;
  readonly speakers: types.ActiveSpeakerObserver;
}

export async function createObservers(router: types.Router): Promise<RoomObservers> {
  const [levels, speakers] = await Promise.all([
    router.createAudioLevelObserver({ interval: INTERVAL_MS, threshold: THRESHOLD_DB, maxEntries: LOUDEST }),
    router.createActiveSpeakerObserver({ interval: INTERVAL_MS }),
  ]);
  return { levels, speakers };
}

/** Listens to the microphones of a room: how loud who is, and who has the word. */
export class RoomEar {
  activeSpeakerId: string | null = null;
  /** Told of every change of speaker, beside the room. */
  readonly onSpeaker = new Set<(peerId: string | null) => void>();
  private readonly room: Room;
  private readonly observers: RoomObservers;
  /**
   * Whom the observer named last. It names who is alone although they are silent: who has the
   * word must be heard as well.
   */
  private named: string | null = null;
  private audible: ReadonlySet<string> = new Set();

  constructor(room: Room, observers: RoomObservers) {
    this.room = room;
    this.observers = observers;
    observers.levels.on('volumes', (volumes) => this.heard(volumes));
    observers.levels.on('silence', () => {
      this.audible = new Set();
      room.tell({ type: 'levels', levels: [] });
    });
    observers.speakers.on('dominantspeaker', ({ producer }) => {
      this.named = room.tracks.get(producer.id)?.peer.id ?? null;
      this.speakIfAudible();
    });
  }

  async listenTo(track: SentTrack): Promise<void> {
    if (track.source !== 'microphone') return;
    const { producer } = track;
    producer.observer.on('pause', () => this.quiet(track));
    producer.observer.on('resume', () => void this.follow(producer).catch(() => undefined));
    producer.observer.once('close', () => this.ceases(track.peer.id));
    await this.observers.levels.addProducer({ producerId: producer.id });
    if (!producer.paused) await this.follow(producer);
  }

  private async follow(producer: types.Producer): Promise<void> {
    if (!producer.closed) await this.observers.speakers.addProducer({ producerId: producer.id });
  }

  /** Who is muted would keep the word against all others, by what they said last: the observer must forget them. */
  private quiet({ producer, peer }: SentTrack): void {
    this.ceases(peer.id);
    if (!producer.closed) void this.observers.speakers.removeProducer({ producerId: producer.id }).catch(() => undefined);
  }

  private ceases(peerId: string): void {
    if (this.named === peerId) this.named = null;
    if (this.activeSpeakerId === peerId) this.speaks(null);
  }

  private heard(volumes: types.AudioLevelObserverVolume[]): void {
    const levels = volumes.flatMap(({ producer, volume }) => {
      const participantId = this.room.tracks.get(producer.id)?.peer.id;
      return participantId ? [{ participantId, volume }] : [];
    });
    this.room.tell({ type: 'levels', levels }, true);
    this.audible = new Set(levels.map(({ participantId }) => participantId));
    this.speakIfAudible();
  }

  private speakIfAudible(): void {
    if (this.named !== null && this.audible.has(this.named)) this.speaks(this.named);
  }

  private speaks(peerId: string | null): void {
    if (peerId === this.activeSpeakerId || this.room.closed) return;
    this.activeSpeakerId = peerId;
    this.room.tell({ type: 'active_speaker', participantId: peerId });
    for (const listener of this.onSpeaker) listener(peerId);
  }
}
