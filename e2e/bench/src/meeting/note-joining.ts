/** Milliseconds since "Join now" was pressed at which a step was first taken. */
export interface Joining {
  /** `POST …/join` was answered. */
  placed: number;
  /** Asked of the server: to be attached, to be connected with, to have pictures sent in the size of their tiles. */
  attach: number;
  connect: number;
  watch: number;
  /** A way for what is received: ICE and DTLS are done. */
  connected: number;
  /** The stage with its controls. */
  stage: number;
  /** Another's first picture was given to the compositor. */
  frame: number;
}

declare global {
  interface Window {
    benchJoining: Promise<Joining>;
  }
}

/** Serialised into a page before its own scripts run: it may use nothing from outside of itself. */
export function noteJoining(): void {
  const noted: Record<string, number> = {};
  let pressed = Infinity;
  const note = (step: string): void => {
    noted[step] ??= performance.now();
  };
  addEventListener('click', ({ target, timeStamp }) => {
    if ((target as Element).closest('button')?.textContent.includes('Join now')) pressed = timeStamp;
  }, { capture: true });
  const STEPS = { meeting_attach: 'attach', meeting_connect_transport: 'connect', meeting_update_consumers: 'watch' };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    const text = typeof data === 'string' ? data : '';
    for (const [name, step] of Object.entries(STEPS)) if (text.includes(`"${name}"`)) note(step);
    send.call(this, data);
  };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected' && this.getTransceivers().every(({ direction }) => direction === 'recvonly')) note('connected');
      });
    }
  };
  window.benchJoining = new Promise((resolve) => {
    const seen = new WeakSet<HTMLVideoElement>();
    const look = (): void => {
      if (document.querySelector('[role="toolbar"]')) note('stage');
      for (const video of document.querySelectorAll<HTMLVideoElement>('[data-participant] video:not([data-mirrored])')) if (!seen.has(video)) watch(video);
    };
    const watch = (video: HTMLVideoElement): void => {
      seen.add(video);
      video.requestVideoFrameCallback((now) => {
        if (noted['frame'] !== undefined) return;
        watching.disconnect();
        noted['frame'] = now;
        const placed = performance.getEntriesByType('resource').find(({ name }) => /\/meetings\/[^/]+\/join$/.test(name)) as PerformanceResourceTiming | undefined;
        if (placed) noted['placed'] = placed.responseEnd;
        resolve(Object.fromEntries(Object.entries(noted).map(([step, at]) => [step, at - pressed])) as unknown as Joining);
      });
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { childList: true, subtree: true });
  });
}
