export interface Heard {
  /** One element a track: browsers differ in what they play of a stream with two. */
  readonly key: string;
  readonly track: MediaStreamTrack;
}

/** Plays what is received, in elements that nobody sees. */
export class AudioOutput {
  private readonly elements = new Map<string, HTMLAudioElement>();
  private readonly onBlocked: (blocked: boolean) => void;
  private sinkId = '';
  private waiting: AbortController | null = null;

  constructor(onBlocked: (blocked: boolean) => void) {
    this.onBlocked = onBlocked;
  }

  play(heard: readonly Heard[]): void {
    const keys = new Set(heard.map(({ key }) => key));
    for (const [key, element] of this.elements) if (!keys.has(key)) this.remove(key, element);
    for (const { key, track } of heard) {
      const known = this.elements.get(key);
      if ((known?.srcObject as MediaStream | null)?.getTracks()[0] === track) continue;
      this.start(known ?? this.add(key), track);
    }
  }

  /** Null: the system's default. Where there is no choice, or the device is gone, the default plays. */
  async choose(speakerId: string | null): Promise<void> {
    this.sinkId = speakerId ?? '';
    await Promise.all([...this.elements.values()].map((element) => this.route(element)));
  }

  stop(): void {
    this.waiting?.abort();
    this.waiting = null;
    for (const [key, element] of this.elements) this.remove(key, element);
  }

  private add(key: string): HTMLAudioElement {
    const element = document.createElement('audio');
    element.hidden = true;
    element.dataset['participant'] = key;
    document.body.append(element);
    this.elements.set(key, element);
    void this.route(element);
    return element;
  }

  private start(element: HTMLAudioElement, track: MediaStreamTrack): void {
    element.srcObject = new MediaStream([track]);
    element.play().catch((error: unknown) => {
      if ((error as DOMException).name === 'NotAllowedError') this.waitForPerson();
    });
  }

  /** The browser lets a page be heard only once somebody did something in it. */
  private waitForPerson(): void {
    if (this.waiting !== null) return;
    const waiting = new AbortController();
    this.waiting = waiting;
    this.onBlocked(true);
    const again = () => {
      waiting.abort();
      this.waiting = null;
      this.onBlocked(false);
      for (const element of this.elements.values()) void element.play().catch(() => undefined);
    };
    for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, again, { signal: waiting.signal, capture: true });
  }

  private async route(element: HTMLAudioElement): Promise<void> {
    const { setSinkId } = element as Partial<HTMLAudioElement>;
    await setSinkId?.call(element, this.sinkId).catch(() => undefined);
  }

  private remove(key: string, element: HTMLAudioElement): void {
    element.srcObject = null;
    element.remove();
    this.elements.delete(key);
  }
}
