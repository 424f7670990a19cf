import type { RtpPacket } from './rtp-packet.ts';

/** How long a missing packet is waited for: a retransmission from the sender takes a round trip or two. */
const WAIT_MS = 300;
const MOST_HELD = 512;

/** `lost`: something before it never came. */
export type InOrder = (packet: RtpPacket, lost: boolean) => void;

/** Hands packets on in the order of their sequence numbers (16 bits, RFC 1982), and gives up on those that don't come. */
export class PacketOrder {
  private readonly deliver: InOrder;
  private readonly held = new Map<number, RtpPacket>();
  private next: number | undefined;

  constructor(deliver: InOrder) {
    this.deliver = deliver;
  }

  push(packet: RtpPacket): void {
    this.next ??= packet.sequence;
    const ahead = (packet.sequence - this.next) & 0xff_ff;
    // Behind: a duplicate, or one that was given up.
    if (ahead >= 0x80_00) return;
    this.held.set(packet.sequence, packet);
    this.release(false);
    const first = this.firstHeld();
    if (first && (this.held.size > MOST_HELD || packet.atMs - first.atMs > WAIT_MS)) this.skipTo(first);
  }

  /** Nothing more will come. */
  flush(): void {
    for (let first = this.firstHeld(); first; first = this.firstHeld()) this.skipTo(first);
  }

  private skipTo(packet: RtpPacket): void {
    this.next = packet.sequence;
    this.release(true);
  }

  private release(lost: boolean): void {
    let missing = lost;
    for (let packet = this.held.get(this.next!); packet; packet = this.held.get(this.next!)) {
      this.held.delete(packet.sequence);
      this.next = (packet.sequence + 1) & 0xff_ff;
      this.deliver(packet, missing);
      missing = false;
    }
  }

  private firstHeld(): RtpPacket | undefined {
    const distance = (packet: RtpPacket): number => (packet.sequence - this.next!) & 0xff_ff;
    let first: RtpPacket | undefined;
    for (const packet of this.held.values()) {
      if (!first || distance(packet) < distance(first)) first = packet;
    }
    return first;
  }
}
