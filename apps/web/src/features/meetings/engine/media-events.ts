import type { MediaEvent, MediaSource } from '@parvis/contracts';
import type { Publishing } from './publishing.ts';
import type { RemoteTracks } from './remote-media.ts';
import type { SessionHandlers } from './session-handlers.ts';
import type { SessionLinks } from './session-links.ts';

interface EventsDeps {
  readonly links: SessionLinks;
  readonly publishing: Publishing;
  readonly remote: RemoteTracks;
  readonly handlers: Pick<SessionHandlers, 'onSignal' | 'onSources' | 'stopByHost'>;
  participantId: () => string | null;
  /** The meeting is at another media host: I have to attach anew. */
  onMoved: () => void;
  /** The link is of no use any more. */
  onLost: () => void;
  /** What I send is no longer what is to be sent. */
  onChanged: () => void;
}

/** What the server tells of media. What comes while the answer to `attach` is on its way belongs after it. */
export class MediaEvents {
  private readonly deps: EventsDeps;
  private held: MediaEvent[] | null = null;

  constructor(deps: EventsDeps) {
    this.deps = deps;
  }

  hold(): void {
    this.held = [];
  }

  release(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const event of held) this.apply(event);
  }

  take(event: MediaEvent): void {
    const { links, handlers, onMoved, onLost } = this.deps;
    switch (event.type) {
      case 'moved':
        if (event.reason === 'lost') links.lose();
        onMoved();
        return;
      case 'transport_closed':
        if (links.current?.has(event.transportId) === true) {
          links.lose();
          onLost();
        }
        return;
      case 'levels':
      case 'connection':
        handlers.onSignal(event);
        return;
      default:
    }
    if (this.held !== null) this.held.push(event);
    else this.apply(event);
  }

  private apply(event: MediaEvent): void {
    const { links: { current: link }, publishing, remote, handlers, participantId, onChanged } = this.deps;
    switch (event.type) {
      case 'active_speaker':
        handlers.onSignal(event);
        break;
      case 'wanted_layers':
        if (link !== null) void publishing.want(link, event.producerId, event.spatialLayer);
        return;
      case 'sources':
        this.takeSources(event.sources);
        return;
      case 'producer':
        if (event.producer.participantId !== participantId()) break;
        if (link !== null) publishing.takePaused(link, event.producer);
        return;
      case 'producer_closed':
        if (event.participantId !== participantId()) break;
        for (const [source, { producer }] of link?.sent ?? []) if (producer.id === event.producerId) link?.forget(source);
        onChanged();
        return;
      default:
    }
    remote.take(event);
  }

  private takeSources(sources: readonly MediaSource[]): void {
    const { links, publishing, handlers, onChanged } = this.deps;
    for (const source of links.current?.sent.keys() ?? []) if (!sources.includes(source)) handlers.stopByHost(source);
    publishing.allow(sources);
    handlers.onSources(sources);
    onChanged();
  }
}
