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
  /** The observer names nobody twice in a row, also when they were muted meanwhile. */
  private lastNamed: string | null = null;

  constructor(room: Room, observers: RoomObservers) {
    this.room = room;
    this.observers = observers;
    observers.levels.on('volumes', (volumes) => this.heard(volumes));
    observers.levels.on('silence', () => room.tell({ type: 'levels', levels: [] }));
    observers.speakers.on('dominantspeaker', ({ producer }) => {
      this.lastNamed = room.tracks.get(producer.id)?.peer.id ?? null;
      this.speaks(this.lastNamed);
    });
  }

  async listenTo(track: SentTrack): Promise<void> {
    if (track.source !== 'microphone') return;
    const { id: producerId, observer } = track.producer;
    await Promise.all([this.observers.levels.addProducer({ producerId }), this.observers.speakers.addProducer({ producerId })]);
    const silent = (): void => {
      if (this.activeSpeakerId === track.peer.id) this.speaks(null);
    };
    observer.on('pause', silent);
    observer.once('close', silent);
  }

  private heard(volumes: types.AudioLevelObserverVolume[]): void {
    const levels = volumes.flatMap(({ producer, volume }) => {
      const participantId = this.room.tracks.get(producer.id)?.peer.id;
      return participantId ? [{ participantId, volume }] : [];
    });
    this.room.tell({ type: 'levels', levels }, true);
    if (this.activeSpeakerId === null && levels.some(({ participantId }) => participantId === this.lastNamed)) this.speaks(this.lastNamed);
  }

  private speaks(peerId: string | null): void {
    if (peerId === this.activeSpeakerId || this.room.closed) return;
    this.activeSpeakerId = peerId;
    this.room.tell({ type: 'active_speaker', participantId: peerId });
    for (const listener of this.onSpeaker) listener(peerId);
  }
}
